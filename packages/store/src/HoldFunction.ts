import { SqlState } from "./AppendFunction.ts"

const named = `hashtextextended(jsonb_build_array(g->'record', g->'column', g->'value')::text, 0)`

/**
 * Takes and checks everything that a batch rests on, before any of it is written: first the groups, then the records,
 * both in one order for everyone, so that two appends cannot block each other for ever.
 *
 * A record that is only relied on is locked `FOR SHARE`: others may rely on it too, nobody may change it. `FOR KEY SHARE`
 * would not do, as a change leaves the key alone. Nobody can lock a record that is not there yet, so a group has a lock
 * of its own: whoever brings a record in takes it alone, whoever relied on the group shares it and counts once more.
 * The account of whoever acts is among the records: it must be active and have the roles that the act was judged by.
 * Deadlines come last: the clock is read when all that is to be waited for has been waited for.
 */
export const holdFunction = `
CREATE FUNCTION phakhi_hold(p jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  g jsonb;
  standing text;
  held jsonb;
  moment timestamptz;
  members int;
BEGIN
  FOR g IN SELECT value FROM jsonb_array_elements(p->'groups') LOOP
    IF (g->>'joined')::boolean THEN
      PERFORM pg_advisory_xact_lock(${named});
    ELSE
      PERFORM pg_advisory_xact_lock_shared(${named});
    END IF;
  END LOOP;

  FOR g IN SELECT value FROM jsonb_array_elements(p->'records') LOOP
    IF g ? 'roles' THEN
      -- Whoever acts as no account of this store, as in a test or a replay, has nothing to lose here.
      SELECT status, state->'roles' INTO standing, held FROM record
      WHERE record = g->>'record' AND id = (g->>'stream')::uuid FOR SHARE;
      IF FOUND AND (standing <> 'active' OR NOT held @> (g->'roles')) THEN
        RAISE EXCEPTION 'standing lost' USING ERRCODE = '${SqlState.standingLost}';
      END IF;
      CONTINUE;
    ELSIF (g->>'written')::boolean THEN
      PERFORM FROM record WHERE record = g->>'record' AND id = (g->>'stream')::uuid AND version = (g->>'version')::int
      FOR NO KEY UPDATE;
    ELSE
      PERFORM FROM record WHERE record = g->>'record' AND id = (g->>'stream')::uuid AND version = (g->>'version')::int
      FOR SHARE;
    END IF;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'moved' USING ERRCODE = '${SqlState.moved}';
    END IF;
  END LOOP;

  FOR g IN SELECT value FROM jsonb_array_elements(p->'groups') WHERE value ? 'members' LOOP
    -- The name of the column is written into the statement, so that its index serves.
    EXECUTE format('SELECT count(*) FROM record WHERE record = %L AND ((columns->>%L) COLLATE "C") = %L',
      g->>'record', g->>'column', g->>'value') INTO members;
    IF members <> (g->>'members')::int THEN
      RAISE EXCEPTION 'moved' USING ERRCODE = '${SqlState.moved}';
    END IF;
  END LOOP;

  moment := clock_timestamp();
  FOR g IN SELECT value FROM jsonb_array_elements(p->'deadlines') LOOP
    IF moment >= (g->>'before')::timestamptz OR moment < (g->>'notBefore')::timestamptz THEN
      RAISE EXCEPTION 'deadline passed' USING ERRCODE = '${SqlState.deadlinePassed}',
        DETAIL = floor(extract(epoch FROM moment) * 1000)::text;
    END IF;
  END LOOP;
END $$`
