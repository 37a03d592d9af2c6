import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useParams } from 'react-router';
import { write } from '../../api/client';
import { useWords } from '../../shared/words';

/** Ends e-mails of a kind by the link of one of them. */
export function UnsubscribePage() {
  const words = useWords();
  const { token } = useParams();
  const end = useMutation({ mutationFn: () => write('POST /public/unsubscribe/{token}', { path: { token: token! } }) });
  return (
    <>
      <h1>{words.messages.unsubscribe.title}</h1>
      {end.isSuccess ? <Alert type="success" showIcon title={`${words.messages.unsubscribe.done}：${words.messages.kind[end.data.body.kind]}`} description={words.messages.unsubscribe.change} /> : (
        <>
          <p>{words.messages.unsubscribe.sure}</p>
          {end.isError && <Alert type="error" showIcon title={words.messages.unsubscribe.gone} style={{ marginBottom: 12 }} />}
          <Button type="primary" loading={end.isPending} onClick={() => end.mutate()}>{words.messages.unsubscribe.do}</Button>
        </>
      )}
    </>
  );
}
