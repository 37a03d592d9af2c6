import { useMutation } from '@tanstack/react-query';
import { App, Button, Typography } from 'antd';
import { download } from '../api/client';
import { Panel } from './Page';
import { useWords } from './words';

/** What a result was made of, to save and to compute again. Everybody sees the hash; who may not save has no address. */
export function BundlePanel({ text, address, head }: { text: string; address?: string; head?: string | null }) {
  const words = useWords();
  const { message } = App.useApp();
  const save = useMutation({ mutationFn: () => download(address!), onError: (error) => message.error(error.message) });
  return (
    <Panel title={words.bundle.title} extra={address && <Button loading={save.isPending} onClick={() => save.mutate()}>{words.bundle.download}</Button>}>
      <Typography.Paragraph>{text}</Typography.Paragraph>
      {head && (
        <Typography.Paragraph>
          {words.bundle.head}{' '}
          <Typography.Text code copyable={{ text: head, tooltips: [words.bundle.copy, words.bundle.copied] }} style={{ overflowWrap: 'anywhere' }}>{head}</Typography.Text>
        </Typography.Paragraph>
      )}
      {!address && <Typography.Paragraph style={{ marginBottom: 0 }}>{words.bundle.ask}</Typography.Paragraph>}
      {address && (
        <Typography.Paragraph style={{ marginBottom: 0 }}>
          {words.bundle.how} <Typography.Text code style={{ overflowWrap: 'anywhere' }}>{`districtunion verify bundle ${words.bundle.file}${head ? ` --head ${head}` : ''}`}</Typography.Text>
        </Typography.Paragraph>
      )}
    </Panel>
  );
}
