import { DownOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Dropdown, Modal, Space, Table, Upload } from 'antd';
import { useState } from 'react';
import { download, upload } from '../api/client';
import { Problem } from '../api/problem';
import type { ImportReport } from '../api/schema';
import { useWords } from './words';

const types: Record<string, string> = {
  csv: 'text/csv', json: 'application/json', yaml: 'application/yaml', yml: 'application/yaml', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The media type by which the service reads a file; null for a file that no import takes. */
export const mediaTypeOf = (name: string): string | null => types[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? null;

/** What can be saved from a page. */
export interface FileChoice {
  label: string;
  address: string;
}

/** Saves one of several files; a failure is said on the page. */
export function ExportButton({ files }: { files: FileChoice[] }) {
  const words = useWords();
  const { message } = App.useApp();
  const save = useMutation({ mutationFn: (address: string) => download(address), onError: (error) => message.error(error.message) });
  return (
    <Dropdown trigger={['click']} menu={{ items: files.map((f) => ({ key: f.address, label: f.label })), onClick: ({ key }) => save.mutate(key) }}>
      <Button loading={save.isPending}>{words.common.export} <DownOutlined /></Button>
    </Dropdown>
  );
}

/** A bulk import: template, dry run, every refused row with its reason, the error workbook, and the import itself. */
export function ImportDialog({ title, address, template, refresh, onClose }: { title: string; address: string; template: string; refresh: string[]; onClose: () => void }) {
  const words = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [file, setFile] = useState<File>();
  const contentType = file && mediaTypeOf(file.name);
  const send = useMutation({
    mutationFn: (dryRun: boolean) => upload<ImportReport>(`${address}?dryRun=${dryRun}`, file!, contentType!),
    onSuccess: async (report, dryRun) => {
      if (dryRun || !report.stored) return;
      message.success(words.organisation.rows(report.created, report.updated, report.unchanged, report.rejected));
      onClose();
      await Promise.all(refresh.map((key) => queries.invalidateQueries({ queryKey: [key] })));
    },
  });
  const save = useMutation({
    mutationFn: (what: 'template' | 'errors') => (what === 'template' ? download(template) : download(`${address}?dryRun=true&report=xlsx`, { file: file!, contentType: contentType! })),
    onError: (error) => message.error(error.message),
  });
  const report = send.data;
  const problem = send.error instanceof Problem ? send.error : null;
  return (
    <Modal
      open title={title} onCancel={onClose} width={680}
      footer={(
        <Space wrap>
          <Button onClick={onClose}>{words.common.cancel}</Button>
          <Button disabled={!contentType} loading={send.isPending} onClick={() => send.mutate(true)}>{words.organisation.dryRun}</Button>
          <Button type="primary" disabled={!contentType || (report?.rejected ?? 0) > 0} loading={send.isPending} onClick={() => send.mutate(false)}>{words.organisation.apply}</Button>
        </Space>
      )}
    >
      <Space orientation="vertical" style={{ width: '100%' }}>
        <div>{words.files.steps} <Button type="link" style={{ padding: 0 }} loading={save.isPending} onClick={() => save.mutate('template')}>{words.files.template}</Button></div>
        <Upload
          accept=".xlsx,.csv" maxCount={1} onRemove={() => setFile(undefined)}
          beforeUpload={(chosen) => {
            setFile(chosen);
            send.reset();
            return false;
          }}
        >
          <Button>{words.files.choose}</Button>
        </Upload>
        {file && !contentType && <Alert type="error" showIcon title={words.files.wrongKind} />}
        {problem && <Alert type="error" showIcon title={problem.message} description={<ul>{Object.entries(problem.fields).flatMap(([path, texts]) => texts.map((t) => <li key={path + t}>{path === '$' ? '' : path} {t}</li>))}</ul>} />}
        {report && <Alert type={report.rejected > 0 ? 'warning' : 'success'} showIcon title={words.organisation.rows(report.created, report.updated, report.unchanged, report.rejected)} />}
        {report && report.rejected > 0 && (
          <>
            <Button loading={save.isPending} onClick={() => save.mutate('errors')}>{words.files.errors}</Button>
            <Table
              size="small" rowKey="row" pagination={{ pageSize: 8, hideOnSinglePage: true }} dataSource={report.rows.filter((r) => r.status === 'rejected')}
              columns={[{ title: words.files.row, dataIndex: 'row', width: 60 }, { title: words.organisation.code, dataIndex: 'key' }, { title: words.common.reason, dataIndex: 'message' }]}
            />
          </>
        )}
      </Space>
    </Modal>
  );
}
