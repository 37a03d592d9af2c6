import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Radio, Space, Typography } from 'antd';
import { useState } from 'react';
import { Loading } from '../../shared/Loading';
import { get, write } from '../../api/client';
import { Problem } from '../../api/problem';
import { until } from '../../shared/time';
import { useWords } from '../../shared/words';

/** No code of an option can be this. */
const abstain = '*';

/** The ballot of a one-time link. The token stands behind the #, so that no server on the way and no history of another site sees it. */
export default function BallotPage() {
  const words = useWords();
  const { message } = App.useApp();
  const [token] = useState(() => location.hash.slice(1));
  const [choice, setChoice] = useState<string>();
  const [isSure, setSure] = useState(false);
  const ballot = useQuery({
    queryKey: ['ballot', token], retry: false, staleTime: Infinity, gcTime: 0,
    queryFn: ({ signal }) => get('GET /public/ballots/{token}', { path: { token: token || '-' }, signal }),
  });
  const cast = useMutation({
    mutationFn: async () => (await write('POST /public/ballots/{token}', { path: { token }, body: choice === abstain ? { abstain: true } : { option: choice, abstain: false } })).body,
    onSuccess: () => history.replaceState(null, '', location.pathname),
  });
  const problem = (cast.error ?? ballot.error) as Problem | null;
  const nameOf = (option: string): string => (option === abstain ? words.options.abstain! : words.options[option] ?? option);
  if (cast.data) {
    const { receipt } = cast.data;
    return (
      <main className="ballot">
        <h1>{words.vote.thanks}</h1>
        <Alert type="success" showIcon title={words.vote.castDone} />
        <p>{words.vote.receiptHint}</p>
        <p className="receipt" aria-label={words.vote.receipt}>{receipt}</p>
        <Space wrap>
          <Button
            size="large" type="primary"
            onClick={async () => {
              await navigator.clipboard.writeText(receipt);
              message.success(words.common.copied);
            }}
          >
            {words.vote.copyReceipt}
          </Button>
          <Button size="large" href={`/receipt#${receipt}`}>{words.vote.check}</Button>
        </Space>
        <Typography.Paragraph style={{ marginTop: 16 }}>{words.vote.receiptSecret}</Typography.Paragraph>
      </main>
    );
  }

  return (
    <main className="ballot">
      <h1>{ballot.data?.name ?? words.vote.title}</h1>
      {ballot.isPending && <Loading />}
      {problem && <Alert type="error" showIcon title={Object.values(problem.fields ?? {}).flat()[0] ?? problem.message} style={{ marginBottom: 16 }} />}
      {ballot.data && (
        <>
          <p>{ballot.data.school} · {ballot.data.round}</p>
          {!ballot.data.takesBallots && (
            <Alert type="info" showIcon title={ballot.data.opensAt ? words.vote.opensLater(until(ballot.data.opensAt)) : words.vote.notYet} style={{ marginBottom: 16 }} />
          )}
          <p className="ballot-secret">{words.vote.secret}</p>
          <Radio.Group aria-label={ballot.data.name} value={choice} disabled={!ballot.data.takesBallots || cast.isPending} onChange={(e) => { setChoice(e.target.value as string); setSure(false); }} className="ballot-options">
            {[...ballot.data.options, abstain].map((option) => <Radio key={option} value={option}>{nameOf(option)}</Radio>)}
          </Radio.Group>
          {isSure && choice !== undefined && <Alert type="warning" showIcon title={words.vote.sure(nameOf(choice))} style={{ marginBottom: 12 }} />}
          <Button type="primary" size="large" block disabled={choice === undefined || !ballot.data.takesBallots} loading={cast.isPending} onClick={() => (isSure ? cast.mutate() : setSure(true))}>
            {isSure ? words.vote.confirm : words.vote.submit}
          </Button>
          {ballot.data.closesAt && <p>{words.vote.closes(until(ballot.data.closesAt))}</p>}
        </>
      )}
    </main>
  );
}
