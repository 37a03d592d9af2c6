import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Empty, Modal, Radio } from 'antd';
import { useState } from 'react';
import { Loading } from '../../shared/Loading';
import { get, getTagged, write } from '../../api/client';
import { Problem } from '../../api/problem';
import { useWords } from '../../shared/words';

/** Begins a form with the answers of an earlier round. */
export function InheritButton({ round, school, flush, onInherited }: { round: string; school: string; flush: () => Promise<boolean>; onInherited: () => Promise<unknown> }) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.inherit.button}</Button>
      {open && <InheritDialog path={{ round, school }} flush={flush} onClose={() => setOpen(false)} onInherited={onInherited} />}
    </>
  );
}

function InheritDialog({ path, flush, onClose, onInherited }: { path: { round: string; school: string }; flush: () => Promise<boolean>; onClose: () => void; onInherited: () => Promise<unknown> }) {
  const words = useWords();
  const { message } = App.useApp();
  const [from, setFrom] = useState<string>();
  const earlier = useQuery({
    queryKey: ['earlier-evaluations', path.round, path.school],
    queryFn: ({ signal }) => get('GET /rounds/{round}/schools/{school}/self-evaluation/earlier', { path, query: { pageSize: 20 }, signal }),
  });
  const chosen = from ?? earlier.data?.items[0]?.round;
  const inherit = useMutation({
    mutationFn: async () => {
      if (!(await flush())) throw new Error(words.evaluation.unsaved);
      const tag = await getTagged('GET /rounds/{round}/schools/{school}/self-evaluation', { path }).then((t) => t.tag, (error: unknown) => {
        if (error instanceof Problem && error.status === 404) return undefined;
        throw error;
      });
      return write('POST /rounds/{round}/schools/{school}/self-evaluation/inherit', { path, ifMatch: tag, onlyNew: !tag, body: { from: chosen! } });
    },
    onSuccess: async ({ body }) => {
      message.success(words.inherit.done(Object.values(body.origins).filter((o) => o.mark === 'inherited').length));
      await onInherited();
      onClose();
    },
    onError: (error) => message.error(error.message),
  });
  return (
    <Modal open title={words.inherit.title} onCancel={onClose} okText={words.inherit.take} cancelText={words.common.cancel} confirmLoading={inherit.isPending} okButtonProps={{ disabled: !chosen }} onOk={() => inherit.mutate()}>
      <Alert type="info" showIcon title={words.inherit.hint} style={{ marginBottom: 12 }} />
      {earlier.isPending ? <Loading /> : earlier.data?.items.length ? (
        <Radio.Group
          aria-label={words.inherit.title} value={chosen} onChange={(e) => setFrom(e.target.value as string)} style={{ display: 'grid', gap: 8 }}
          options={earlier.data.items.map((e) => ({ value: e.round, label: `${e.name}（${e.windowFrom} — ${e.windowTo}）` }))}
        />
      ) : <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={earlier.error?.message ?? words.inherit.none} />}
    </Modal>
  );
}
