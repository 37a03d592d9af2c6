import { App, Button, QRCode, Space } from 'antd';
import { Panel } from '../../shared/Page';
import { useWords } from '../../shared/words';

/** One-time links as slips to print and cut, shown only now: nobody can show them again. */
export function Slips({ tokens, title, onDone }: { tokens: readonly string[]; title: string; onDone: () => void }) {
  const words = useWords();
  const { message } = App.useApp();
  const addressOf = (token: string) => `${location.origin}/ballot#${token}`;
  return (
    <Panel
      title={words.vote.slips(tokens.length)}
      extra={(
        <Space wrap className="no-print">
          <Button type="primary" onClick={() => print()}>{words.common.print}</Button>
          <Button
            onClick={async () => {
              await navigator.clipboard.writeText(tokens.map(addressOf).join('\n'));
              message.success(words.common.copied);
            }}
          >
            {words.vote.copyLinks}
          </Button>
          <Button onClick={onDone}>{words.vote.slipsDone}</Button>
        </Space>
      )}
    >
      <p className="no-print">{words.vote.slipsHint}</p>
      <ul className="slips">
        {tokens.map((token) => (
          <li key={token}>
            <div aria-hidden><QRCode value={addressOf(token)} size={128} type="svg" bordered={false} color="#000" bgColor="#fff" /></div>
            <span>
              <b>{title}</b>
              {words.vote.slipText}
              <small>{addressOf(token)}</small>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
