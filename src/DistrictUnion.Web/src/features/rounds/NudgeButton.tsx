import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { write } from '../../api/client';
import { useWords } from '../../shared/words';

/** Reminds the chosen schools of what they haven't handed in, and says who wasn't told and why. */
export function NudgeButton({ round, schools, nameOf, onDone }: { round: string; schools: string[]; nameOf: (code: string) => string; onDone: () => void }) {
  const words = useWords();
  const { message, modal } = App.useApp();
  const queries = useQueryClient();
  const nudge = useMutation({
    mutationFn: async () => (await write('POST /rounds/{round}/nudges', { path: { round }, body: { schools } })).body,
    onSuccess: async (outcome) => {
      const said = words.rounds.nudgeDone(outcome.told.length);
      if (outcome.skipped.length === 0) message.success(said);
      else {
        modal.info({
          title: `${said}，${words.rounds.nudgeSkipped(outcome.skipped.length)}`,
          content: <ul>{outcome.skipped.map((s) => <li key={s.school}>{nameOf(s.school)}：{words.rounds.nudgeRefusal[s.refusal]}</li>)}</ul>,
        });
      }
      onDone();
      await queries.invalidateQueries({ queryKey: ['completeness', round] });
    },
    onError: (error) => message.error(error.message),
  });
  return <Button disabled={schools.length === 0} loading={nudge.isPending} onClick={() => nudge.mutate()}>{words.rounds.nudge}</Button>;
}
