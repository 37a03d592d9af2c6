import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { write } from '../../api/client';
import { Problem } from '../../api/problem';
import type { ReviewRecusalView } from '../../api/schema';
import { moment } from '../../shared/time';
import { useWords } from '../../shared/words';
import { ReasonDialog } from '../rounds/BoardPage';

/** Who stays out of this school's review, and the word to stay out oneself. */
export function Recusals({ round, school, recusals, barred, isOpen }: { round: string; school: string; recusals: ReviewRecusalView[]; barred?: string | null; isOpen: boolean }) {
  const words = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const recuse = useMutation({
    mutationFn: (reason: string) => write('POST /rounds/{round}/schools/{school}/review/recusals', { path: { round, school }, body: { reason } }),
    onSuccess: async () => {
      message.success(words.recusal.done);
      await Promise.all(['reviews', 'completeness'].map((key) => queries.invalidateQueries({ queryKey: [key, round] })));
    },
    onError: (error) => message.error([error.message, ...(error instanceof Problem ? Object.values(error.fields).flat() : [])].at(-1)),
  });
  return (
    <div style={{ marginBottom: 12 }}>
      {barred && <Alert type="error" showIcon title={barred === 'review.ownSchool' ? words.recusal.own : words.recusal.recused} />}
      {recusals.length > 0 && (
        <details style={{ margin: '8px 0', fontSize: 13 }}>
          <summary>{words.recusal.list}（{recusals.length}）</summary>
          <ul style={{ margin: '4px 0 0', paddingLeft: 18 }}>{recusals.map((r) => <li key={r.userName}>{r.displayName}：{r.reason}（{moment(r.at)}）</li>)}</ul>
        </details>
      )}
      {isOpen && !barred && <Button size="small" loading={recuse.isPending} onClick={() => setAsking(true)}>{words.recusal.button}</Button>}
      <ReasonDialog
        open={asking} title={words.recusal.title} label={words.recusal.hint} onCancel={() => setAsking(false)}
        onConfirm={(reason) => {
          setAsking(false);
          recuse.mutate(reason);
        }}
      />
    </div>
  );
}
