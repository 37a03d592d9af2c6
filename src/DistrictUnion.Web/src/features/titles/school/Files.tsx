import { DeleteOutlined, UploadOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input, Modal, Progress, Select, Space, Upload } from 'antd';
import { useState } from 'react';
import { Problem } from '../../../api/problem';
import type { ApplicationFileView } from '../../../api/schema';
import { Loading } from '../../../shared/Loading';
import { Panel } from '../../../shared/Page';
import { useWords } from '../../../shared/words';
import { filesOfApplication, filesOfSchool, useEvidence } from '../../evidence/queries';
import { serviceOf, uploadFile } from '../../evidence/upload';
import { leavesOf } from '../../schemes/definition';
import { useRoundScheme } from '../../schemes/queries';
import { ApplicationFiles, type ListedFile } from '../ApplicationFiles';
import type { ApplicationPath } from './queries';

const accepted = '.pdf,.jpg,.jpeg,.png,.docx,.xlsx,.pptx';
const most = 20;

/** A file with what it shows, as the applicant writes it. */
export interface Attached {
  evidence: string;
  purpose: string;
}

/** Files of the school's own evidence that go with the application. */
export function Files({ path, round, school, saved, attached, canWrite, said, onChange }: {
  path: ApplicationPath; round: string; school: string; saved: ApplicationFileView[]; attached: Attached[]; canWrite: boolean; said: string[]; onChange: (next: Attached[]) => void;
}) {
  const words = useWords().titlesSchool;
  const ledger = useEvidence(round, school, canWrite);
  const [isUploading, setUploading] = useState(false);
  if (!canWrite) {
    return (
      <Panel title={words.files}>
        {saved.length === 0 ? <p style={{ margin: 0 }}>{words.noFiles}</p> : <ApplicationFiles source={filesOfApplication(path)} files={saved}>{(f) => <small>{f.purpose}</small>}</ApplicationFiles>}
      </Panel>
    );
  }
  const known = new Map<string, ListedFile>([...saved.map((f) => [f.evidence, f] as const), ...(ledger.data ?? []).map((f) => [f.id, { ...f, evidence: f.id }] as const)]);
  const left = (ledger.data ?? []).filter((f) => attached.every((a) => a.evidence !== f.id));
  const add = (evidence: string) => onChange([...attached, { evidence, purpose: '' }]);
  return (
    <Panel title={words.files}>
      <p style={{ marginTop: 0 }}>{words.filesHint}</p>
      {ledger.error && <Alert type="error" showIcon title={ledger.error.message} />}
      <ApplicationFiles source={filesOfSchool(round, school)} files={attached.flatMap((a) => known.get(a.evidence) ?? [])}>
        {(f) => {
          const purpose = attached.find((a) => a.evidence === f.evidence)!.purpose;
          return (
            <Space.Compact style={{ width: '100%', marginTop: 4 }}>
              <Input
                aria-label={`${words.filePurpose} ${f.name}`} placeholder={words.filePurpose} maxLength={200} value={purpose} status={purpose.trim() === '' ? 'warning' : undefined}
                onChange={(e) => onChange(attached.map((a) => (a.evidence === f.evidence ? { ...a, purpose: e.target.value } : a)))}
              />
              <Button icon={<DeleteOutlined />} aria-label={`${words.fileOff} ${f.name}`} title={words.fileOff} onClick={() => onChange(attached.filter((a) => a.evidence !== f.evidence))} />
            </Space.Compact>
          );
        }}
      </ApplicationFiles>
      {said.length > 0 && <div className="said" role="alert">{said.join('；')}</div>}
      {attached.length < most && (
        <Space wrap style={{ marginTop: 8 }}>
          <Select
            aria-label={words.fileChoose} placeholder={words.fileChoose} style={{ width: 'min(280px, 74vw)' }} value={null} loading={ledger.isPending} notFoundContent={words.ledgerEmpty} onChange={(id: string | null) => id && add(id)}
            showSearch={{ optionFilterProp: 'label' }} options={left.map((f) => ({ value: f.id, label: f.name }))}
          />
          <Button icon={<UploadOutlined />} onClick={() => setUploading(true)}>{words.fileUpload}</Button>
        </Space>
      )}
      {isUploading && <UploadDialog round={round} school={school} onDone={add} onClose={() => setUploading(false)} />}
    </Panel>
  );
}

/** Puts a file into the ledger, for a leaf of the round, and from there into the application. */
function UploadDialog({ round, school, onDone, onClose }: { round: string; school: string; onDone: (evidence: string) => void; onClose: () => void }) {
  const words = useWords();
  const queries = useQueryClient();
  const scheme = useRoundScheme(round);
  const [node, setNode] = useState<string>();
  const [share, setShare] = useState<number>();
  const [error, setError] = useState<string>();
  const send = async (file: File) => {
    setError(undefined);
    setShare(0);
    try {
      const { hashOfFile } = await import('../../evidence/pictureHash');
      const { id } = await uploadFile(serviceOf(round, school), file, { nodes: [node!], pictureHash: await hashOfFile(file) }, setShare);
      await queries.invalidateQueries({ queryKey: ['evidence', round, school] });
      onDone(id);
      onClose();
    } catch (failure) {
      setShare(undefined);
      setError(failure instanceof Problem ? [failure.message, ...Object.values(failure.fields).flat()].at(-1) : String(failure));
    }
  };
  return (
    <Modal open title={words.titlesSchool.fileUpload} onCancel={onClose} footer={<Button onClick={onClose}>{words.common.cancel}</Button>}>
      {error && <Alert type="error" showIcon title={error} style={{ marginBottom: 12 }} />}
      <p style={{ marginTop: 0 }}>{words.titlesSchool.fileUploadHint}</p>
      {scheme.isPending ? <Loading /> : (
        <Space wrap>
          <Select
            aria-label={words.titlesSchool.fileLeaf} placeholder={words.titlesSchool.fileLeaf} style={{ width: 'min(320px, 74vw)' }} value={node} onChange={setNode} showSearch={{ optionFilterProp: 'label' }}
            options={scheme.data && leavesOf(scheme.data.definition).map((l) => ({ value: l.node.code, label: `${l.node.code} ${l.node.name}` }))}
          />
          <Upload
            accept={accepted} showUploadList={false} disabled={!node || share !== undefined}
            beforeUpload={(file) => {
              void send(file);
              return false;
            }}
          >
            <Button type="primary" icon={<UploadOutlined />} disabled={!node} loading={share !== undefined}>{words.evidence.add}</Button>
          </Upload>
        </Space>
      )}
      {share !== undefined && <Progress percent={Math.round(share * 100)} size="small" aria-label={words.evidence.sending} />}
    </Modal>
  );
}
