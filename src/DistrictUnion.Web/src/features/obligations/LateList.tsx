import { useQuery } from '@tanstack/react-query';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { get } from '../../api/client';
import { Loaded } from '../../shared/Page';
import { useWords } from '../../shared/words';
import { obligationKey } from './queries';

/** Who is late, as text to paste into a group chat. */
export function LateList({ zone }: { zone?: string }) {
  const words = useWords();
  const { message } = App.useApp();
  const [isOpen, setOpen] = useState(false);
  const list = useQuery({ queryKey: [obligationKey, 'late', zone], enabled: isOpen, queryFn: ({ signal }) => get('GET /obligations/late-list', { query: { zone }, signal }) });
  const copy = async () => {
    await navigator.clipboard.writeText(list.data!.text);
    message.success(words.common.copied);
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.obligations.lateList}</Button>
      <Modal
        open={isOpen} title={words.obligations.lateList} onCancel={() => setOpen(false)} okText={words.obligations.lateListCopy} cancelText={words.common.close}
        okButtonProps={{ disabled: !list.data || list.data.count === 0 }} onOk={copy}
      >
        <Loaded of={[list]}>
          {() => (
            <>
              <p>{words.obligations.lateListHint}</p>
              <Input.TextArea aria-label={words.obligations.lateList} readOnly autoSize={{ minRows: 4, maxRows: 16 }} value={list.data!.text} />
            </>
          )}
        </Loaded>
      </Modal>
    </>
  );
}
