import { taskOpened } from "./TaskTopics.ts"

/**
 * Puts what a record waits for in the place of what it waited for before. A task that was there keeps its beginning and
 * its reminders, unless it is due another day; a new one is told to those it waits for, by the outbox.
 */
export const taskFunction = `
CREATE FUNCTION phakhi_put_tasks(whose text, stream uuid, s jsonb, moment timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM task WHERE record = whose AND id = stream
    AND NOT (s->'tasks' @> jsonb_build_array(jsonb_build_object('key', key)));
  WITH put AS (
    INSERT INTO task AS t (record, id, key, operation, target, words_th, words_en, organisation, roles, account,
      except_for, since, due, place)
    SELECT whose, stream, x.key, x.operation, x.target, x."wordsTh", x."wordsEn", x.organisation, x.roles, x.account,
      x."exceptFor", coalesce(x.since, moment), x.due, x.place
    FROM jsonb_to_recordset(s->'tasks') AS x (key text, operation text, target jsonb, "wordsTh" text, "wordsEn" text,
      organisation uuid, roles text[], account uuid, "exceptFor" text[], since timestamptz, due date, place int)
    ON CONFLICT (record, id, key) DO UPDATE SET target = excluded.target, words_th = excluded.words_th,
      words_en = excluded.words_en, roles = excluded.roles, except_for = excluded.except_for, place = excluded.place,
      reminded = CASE WHEN t.due IS NOT DISTINCT FROM excluded.due THEN t.reminded END, due = excluded.due
    RETURNING key, organisation, xmax = 0 AS opened)
  INSERT INTO outbox (topic, owner, payload, created_at, due)
  SELECT '${taskOpened}', put.organisation, jsonb_build_object('record', whose, 'id', stream, 'key', put.key), now(), now()
  FROM put WHERE put.opened;
  UPDATE record SET due = s->>'due', refresh_at = (s->>'refreshAt')::timestamptz
  WHERE record = whose AND id = stream
    AND (due IS DISTINCT FROM s->>'due' OR refresh_at IS DISTINCT FROM (s->>'refreshAt')::timestamptz);
END $$`
