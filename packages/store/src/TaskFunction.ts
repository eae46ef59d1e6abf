import { taskOpened } from "./TaskTopics.ts"

/**
 * Puts what a record waits for in the place of what it waited for before, and writes only what is another. A task that
 * was there keeps its beginning, where its record declares none, and its reminders, unless it is due another day; a new one
 * is told to those it waits for, by the outbox.
 *
 * Many parts are one task that names none of them. When they become few again, each is a task of its own; all but one that
 * comes by the same act have been told of, so none of them is told. They stand among the tasks.
 */
export const taskFunction = `
CREATE FUNCTION phakhi_put_tasks(whose text, stream uuid, tasks jsonb, moment timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  owned_by uuid := (SELECT owner FROM record WHERE record = whose AND id = stream);
BEGIN
  WITH gone AS (
    DELETE FROM task WHERE record = whose AND id = stream
      AND key NOT IN (SELECT value->>'key' FROM jsonb_array_elements(tasks))
    RETURNING operation, target, organisation, account),
  put AS (
    INSERT INTO task AS t (record, id, key, operation, target, words_th, words_en, organisation, roles, account,
      except_for, since, since_declared, due, place, owner, mandate)
    SELECT whose, stream, x.key, x.operation, x.target, x."wordsTh", x."wordsEn", x.organisation, x.roles, x.account,
      x."exceptFor", coalesce(x.since, moment), x.since IS NOT NULL, x.due, x.place, owned_by, x.mandate
    FROM jsonb_to_recordset(tasks) AS x (key text, operation text, target jsonb, "wordsTh" text, "wordsEn" text,
      organisation uuid, roles text[], account uuid, "exceptFor" text[], since timestamptz, due date, place int, mandate text)
    WHERE NOT EXISTS (
      SELECT FROM task AS k WHERE k.record = whose AND k.id = stream AND k.key = x.key
        AND (k.target, k.words_th, k.words_en, k.organisation, k.roles, k.except_for, k.due, k.place, k.owner, k.mandate,
            CASE WHEN k.since_declared THEN k.since END)
          IS NOT DISTINCT FROM (x.target, x."wordsTh", x."wordsEn", x.organisation, x.roles, x."exceptFor", x.due, x.place,
            owned_by, x.mandate, x.since))
    ON CONFLICT (record, id, key) DO UPDATE SET target = excluded.target, words_th = excluded.words_th,
      words_en = excluded.words_en, organisation = excluded.organisation, roles = excluded.roles,
      except_for = excluded.except_for, place = excluded.place, owner = excluded.owner, mandate = excluded.mandate,
      since = CASE WHEN excluded.since_declared THEN excluded.since ELSE t.since END,
      since_declared = excluded.since_declared,
      reminded = CASE WHEN t.due IS NOT DISTINCT FROM excluded.due THEN t.reminded END, due = excluded.due
    RETURNING key, operation, target, organisation, account, xmax = 0 AS opened)
  INSERT INTO outbox (topic, owner, payload, created_at, due)
  SELECT '${taskOpened}', put.organisation, jsonb_build_object('record', whose, 'id', stream, 'key', put.key), now(), now()
  FROM put WHERE put.opened AND NOT (put.target IS NOT NULL AND EXISTS (
    SELECT FROM gone WHERE gone.target IS NULL AND gone.operation = put.operation
      AND (gone.organisation, gone.account) IS NOT DISTINCT FROM (put.organisation, put.account)));
END $$`
