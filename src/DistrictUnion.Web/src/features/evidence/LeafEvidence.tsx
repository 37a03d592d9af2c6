import { DeleteOutlined, EditOutlined, SwapOutlined, UploadOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Progress, Tag, Upload } from 'antd';
import { useState } from 'react';
import { write } from '../../api/client';
import { Problem } from '../../api/problem';
import type { EvidenceView } from '../../api/schema';
import { useWords } from '../../shared/words';
import type { Leaf } from '../schemes/definition';
import { FileList } from './FileList';
import { PurposeDialog } from './PurposeDialog';
import { serviceOf, uploadFile, type Purpose } from './upload';

const accepted = '.pdf,.jpg,.jpeg,.png,.docx,.xlsx,.pptx';

interface Sending {
  key: number;
  name: string;
  share: number;
  error?: string;
}

/** The files of one leaf: several at once, each with its own progress and its own error. */
export function LeafEvidence({ round, school, leaf, leaves, files, disabled }: {
  round: string;
  school: string;
  leaf: Leaf;
  leaves: Leaf[];
  files: EvidenceView[];
  disabled: boolean;
}) {
  const words = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [sending, setSending] = useState<Sending[]>([]);
  const [editing, setEditing] = useState<EvidenceView>();
  const refresh = () => queries.invalidateQueries({ queryKey: ['evidence', round, school] });
  const remove = useMutation({
    mutationFn: (file: EvidenceView) => write('DELETE /rounds/{round}/schools/{school}/evidence/{evidence}', { path: { round, school, evidence: file.id } }),
    onSuccess: refresh,
    onError: (error) => message.error(error.message),
  });
  const required = leaf.node.evidence === 'required';
  const own = files.filter((f) => f.nodes.includes(leaf.node.code));
  const isWanted = !disabled && leaf.node.evidence !== undefined && leaf.node.evidence !== 'none';
  if (!isWanted && own.length === 0 && !required) return null;
  const change = (key: number, next: Partial<Sending>) => setSending((all) => all.map((s) => (s.key === key ? { ...s, ...next } : s)));
  const send = async (file: File, purpose: Purpose) => {
    const key = Date.now() + Math.random();
    setSending((all) => [...all, { key, name: file.name, share: 0 }]);
    try {
      const { hashOfFile } = await import('./pictureHash');
      await uploadFile(serviceOf(round, school), file, { ...purpose, pictureHash: await hashOfFile(file) }, (share) => change(key, { share }));
      setSending((all) => all.filter((s) => s.key !== key));
      await refresh();
    } catch (error) {
      change(key, { error: error instanceof Problem ? [error.message, ...Object.values(error.fields).flat()].at(-1) : String(error) });
    }
  };
  return (
    <div style={{ marginTop: 8 }} role="group" aria-label={`${leaf.node.code} ${words.evidence.title}`}>
      <span style={{ fontSize: 13 }}>{words.evidence.title}</span> {required && own.length === 0 && <Tag color="warning">{words.evidence.required}</Tag>}
      <FileList
        round={round} school={school} files={own}
        actions={disabled ? undefined : (file) => (
          <>
            <Button size="small" type="text" icon={<EditOutlined />} aria-label={`${words.evidence.purpose} ${file.name}`} onClick={() => setEditing(file)} />
            <Upload
              accept={accepted} showUploadList={false}
              beforeUpload={(next) => {
                void send(next, { replaces: file.id });
                return false;
              }}
            >
              <Button size="small" type="text" icon={<SwapOutlined />} aria-label={`${words.evidence.replace} ${file.name}`} title={words.evidence.replace} />
            </Upload>
            <Button size="small" type="text" danger icon={<DeleteOutlined />} aria-label={`${words.evidence.remove} ${file.name}`} loading={remove.isPending && remove.variables.id === file.id} onClick={() => remove.mutate(file)} />
          </>
        )}
      />
      {sending.map((s) => (
        <div key={s.key} style={{ fontSize: 13 }}>
          {s.name}
          {s.error
            ? <div role="alert" style={{ color: 'var(--ant-color-error, #b3261e)' }}>{s.error} <Button size="small" type="link" onClick={() => setSending((all) => all.filter((o) => o.key !== s.key))}>{words.common.close}</Button></div>
            : <Progress percent={Math.round(s.share * 100)} size="small" aria-label={`${words.evidence.sending} ${s.name}`} />}
        </div>
      ))}
      {isWanted && (
        <Upload
          accept={accepted} multiple showUploadList={false}
          beforeUpload={(file) => {
            void send(file, { nodes: [leaf.node.code] });
            return false;
          }}
        >
          <Button size="small" icon={<UploadOutlined />}>{words.evidence.add}</Button>
        </Upload>
      )}
      {editing && <PurposeDialog round={round} school={school} file={editing} leaves={leaves} onClose={() => setEditing(undefined)} />}
    </div>
  );
}
