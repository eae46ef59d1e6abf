/**
 * What the database raises: another version or an overdrawn account; a key that is stored already; a change of what is
 * append-only; a deadline that its clock does not bear out, or a time before the record's newest event; whoever acts may
 * not any more.
 */
export const SqlState = {
  moved: "PH001",
  keyTaken: "PH002",
  appendOnly: "PH003",
  deadlinePassed: "PH004",
  standingLost: "PH005"
} as const

/**
 * One call, one round trip, one transaction. Locks are always taken in the same order (groups and records, where
 * `phakhi_hold` takes them; key, records, accounts; all sorted by the caller), so that two appends cannot block each
 * other for ever. The hash of an event
 * is sha-256 over the previous hash and the digest of its envelope, which the caller has computed. Where a later append of
 * the same statement states the record, this one moves its version alone: what lists and indexes hold is written once.
 */
export const appendFunction = `
CREATE FUNCTION phakhi_append(p jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  k jsonb := p->'remember';
  s jsonb;
  prev text;
  waited text;
  owned_by uuid;
  waits boolean;
  hashes text[];
  d text;
  first int;
  last int;
  who text;
  delta bigint;
  whose text;
  f jsonb;
  newest timestamptz;
BEGIN
  IF k IS NOT NULL THEN
    INSERT INTO idempotency (sender, key, operation, digest, record, stream, version, at)
    VALUES (k->>'sender', k->>'key', k->>'operation', k->>'digest', k->>'record', (k->>'stream')::uuid,
      (k->>'version')::int, (p->>'recordedAt')::timestamptz)
    ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'key taken' USING ERRCODE = '${SqlState.keyTaken}';
    END IF;
  END IF;

  FOR s IN SELECT value FROM jsonb_array_elements(p->'streams') LOOP
    whose := s->>'record';
    first := (s->>'expectedVersion')::int;
    last := first + jsonb_array_length(s->'events');
    waits := s ? 'tasks';
    IF first = 0 THEN
      prev := '${"0".repeat(64)}';
      waited := NULL;
    ELSE
      SELECT head_hash, tasks_digest, owner, updated_at INTO prev, waited, owned_by, newest FROM record
      WHERE record = whose AND id = (s->>'stream')::uuid AND version = first;
      IF NOT FOUND THEN
        RAISE EXCEPTION 'moved' USING ERRCODE = '${SqlState.moved}';
      END IF;
      IF (p->>'at')::timestamptz < newest THEN
        RAISE EXCEPTION 'before the newest event' USING ERRCODE = '${SqlState.deadlinePassed}',
          DETAIL = floor(extract(epoch FROM newest) * 1000)::text;
      END IF;
    END IF;
    hashes := ARRAY[prev];
    FOR d IN SELECT value->>'digest' FROM jsonb_array_elements(s->'events') LOOP
      prev := encode(sha256(convert_to(prev || d, 'UTF8')), 'hex');
      hashes := hashes || prev;
    END LOOP;

    IF first = 0 THEN
      INSERT INTO record (record, id, version, head_hash, state, owner, parties, candidates, assigned, recused, opens_at, public, title_th, title_en,
        status, columns, sort_keys, search, search_further, updated_at, due, refresh_at, tasks_digest)
      VALUES (whose, (s->>'stream')::uuid, last, prev, s->'state', (s->>'owner')::uuid, (s->>'parties')::uuid[],
        (s->>'candidates')::uuid[], s->'assigned', (s->>'recused')::uuid[], (s->>'opensAt')::timestamptz, (s->>'public')::boolean, s->>'titleTh', s->>'titleEn',
        s->>'status', s->'columns', s->'sortKeys', s->>'search', s->>'searchFurther', (p->>'at')::timestamptz,
        s->>'due', (s->>'refreshAt')::timestamptz, s->>'tasksDigest')
      ON CONFLICT DO NOTHING;
    ELSIF s->'state' = 'null'::jsonb THEN
      UPDATE record SET version = last, head_hash = prev
      WHERE record = whose AND id = (s->>'stream')::uuid AND version = first;
    ELSE
      UPDATE record SET version = last, head_hash = prev,
        state = s->'state', owner = (s->>'owner')::uuid,
        parties = (s->>'parties')::uuid[], candidates = (s->>'candidates')::uuid[], assigned = s->'assigned', recused = (s->>'recused')::uuid[],
        opens_at = (s->>'opensAt')::timestamptz, public = (s->>'public')::boolean,
        title_th = s->>'titleTh', title_en = s->>'titleEn', status = s->>'status', columns = s->'columns',
        sort_keys = s->'sortKeys', search = s->>'search', search_further = s->>'searchFurther', updated_at = (p->>'at')::timestamptz,
        due = CASE WHEN waits THEN s->>'due' ELSE due END,
        refresh_at = CASE WHEN waits THEN (s->>'refreshAt')::timestamptz ELSE refresh_at END,
        tasks_digest = CASE WHEN waits THEN s->>'tasksDigest' ELSE tasks_digest END
      WHERE record = whose AND id = (s->>'stream')::uuid AND version = first;
    END IF;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'moved' USING ERRCODE = '${SqlState.moved}';
    END IF;

    INSERT INTO event (record, stream, version, id, type, schema_version, at, recorded_at, actor, cause, data, personal,
      postings, prev_hash, hash, mac)
    SELECT whose, (s->>'stream')::uuid, first + n, (value->>'id')::uuid, value->>'type',
      (value->>'schemaVersion')::int, (p->>'at')::timestamptz, (p->>'recordedAt')::timestamptz, p->'actor',
      p->'cause', value->'data', value->'personal', value->'postings', hashes[n], hashes[n + 1], value->>'mac'
    FROM jsonb_array_elements(s->'events') WITH ORDINALITY AS x (value, n)
    ORDER BY n;

    IF s ? 'postings' THEN
      INSERT INTO ledger_entry (record, stream, version, line, debit, credit, amount, at)
      SELECT whose, (s->>'stream')::uuid, last, n, value->>0, value->>1, (value->>2)::bigint,
        (p->>'at')::timestamptz
      FROM jsonb_array_elements(s->'postings') WITH ORDINALITY AS x (value, n);
    END IF;
    IF waits AND (s->>'tasksDigest', (s->>'owner')::uuid) IS DISTINCT FROM (waited, owned_by) THEN
      PERFORM phakhi_put_tasks(whose, (s->>'stream')::uuid, s->'tasks', (p->>'at')::timestamptz);
    END IF;
    IF s ? 'personal' THEN
      INSERT INTO personal (event, place, subject, data)
      SELECT (value->>'event')::uuid, value->>'place', (value->>'subject')::uuid, value->'data'
      FROM jsonb_array_elements(s->'personal');
    END IF;
    IF s ? 'files' THEN
      FOR f IN SELECT value FROM jsonb_array_elements(s->'files') ORDER BY value->>'digest' LOOP
        UPDATE upload SET taken_at = now()
        WHERE account = (p->'actor'->>'account')::uuid AND digest = f->>'digest' AND taken_at IS NULL;
        -- What no record holds is removed when its upload is over, and that may have been just now.
        IF NOT FOUND AND NOT EXISTS (SELECT FROM record_file WHERE digest = f->>'digest') THEN
          RAISE EXCEPTION 'moved' USING ERRCODE = '${SqlState.moved}';
        END IF;
        INSERT INTO record_file (digest, record, id, size, type)
        VALUES (f->>'digest', whose, (s->>'stream')::uuid, (f->>'size')::bigint, f->>'type')
        ON CONFLICT DO NOTHING;
      END LOOP;
    END IF;
  END LOOP;

  FOR who, delta IN SELECT value->>0, (value->>1)::bigint FROM jsonb_array_elements(p->'balances') LOOP
    UPDATE ledger_balance SET balance = balance + delta
    WHERE account = who AND (delta > 0 OR balance + delta >= 0
      OR NOT (account LIKE 'source:%' OR account LIKE 'commitment:%'));
    IF NOT FOUND THEN
      IF delta < 0 AND (who LIKE 'source:%' OR who LIKE 'commitment:%') THEN
        RAISE EXCEPTION 'overdrawn' USING ERRCODE = '${SqlState.moved}';
      END IF;
      INSERT INTO ledger_balance AS b (account, balance) VALUES (who, delta)
      ON CONFLICT (account) DO UPDATE SET balance = b.balance + excluded.balance;
    END IF;
  END LOOP;

  IF p ? 'outbox' THEN
    INSERT INTO outbox (topic, key, owner, payload, created_at, due)
    SELECT value->>'topic', value->>'key', (value->>'owner')::uuid, value->'payload', (p->>'recordedAt')::timestamptz,
      coalesce((value->>'due')::timestamptz, now())
    FROM jsonb_array_elements(p->'outbox') WITH ORDINALITY AS x (value, n)
    ORDER BY n;
  END IF;
END $$`
