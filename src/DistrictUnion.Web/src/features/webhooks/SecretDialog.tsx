import { Alert, App, Button, Input, Modal } from 'antd';
import { useWords } from '../../shared/words';

/** Shows a secret the one time that it is known. */
export function SecretDialog({ secret, onClose }: { secret: string; onClose: () => void }) {
  const words = useWords();
  const { message } = App.useApp();
  return (
    <Modal open title={words.webhooks.secret} onCancel={onClose} footer={<Button onClick={onClose}>{words.common.close}</Button>}>
      <Alert type="warning" showIcon title={words.webhooks.once} style={{ marginBottom: 12 }} />
      <Input.TextArea aria-label={words.webhooks.secret} readOnly value={secret} autoSize />
      <Button
        type="primary" style={{ marginTop: 12 }}
        onClick={async () => {
          await navigator.clipboard.writeText(secret);
          message.success(words.common.copied);
        }}
      >
        {words.webhooks.copy}
      </Button>
    </Modal>
  );
}
