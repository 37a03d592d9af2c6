import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { get, serverNow, write } from '../../api/client';
import type { ImportReport } from '../../api/schema';
import { clock } from '../../shared/time';
import { useWords } from '../../shared/words';

/** The bulk decision that was made last, while it can still be undone. */
export function UndoAlert({ round, onUndone }: { round: string; onUndone: (report: ImportReport, sentence: string) => Promise<void> }) {
  const words = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const latest = useQuery({
    queryKey: ['decisions', round], refetchInterval: 60_000,
    queryFn: async ({ signal }) => (await get('GET /rounds/{round}/self-evaluations/decisions', { path: { round }, query: { pageSize: 1 }, signal })).items[0] ?? null,
  });
  const undo = useMutation({
    mutationFn: async (decision: string) => (await write('POST /rounds/{round}/self-evaluations/decisions/{decision}/undo', { path: { round, decision } })).body,
    onSuccess: (report) => onUndone(report, words.undo.done(report.updated)),
    onError: (error) => message.error(error.message),
    onSettled: () => queries.invalidateQueries({ queryKey: ['decisions', round] }),
  });
  const decision = latest.data;
  if (!decision || decision.undone || Date.parse(decision.undoableUntil) <= serverNow()) return null;
  return (
    <Alert
      type="info" showIcon style={{ marginBottom: 12 }} title={words.undo.hint(words.undo.step[decision.step]!, decision.schools, clock(decision.undoableUntil))}
      action={<Button size="small" loading={undo.isPending} onClick={() => undo.mutate(decision.id)}>{words.undo.button}</Button>}
    />
  );
}
