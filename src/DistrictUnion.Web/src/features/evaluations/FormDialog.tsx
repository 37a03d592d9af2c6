import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, Modal, Space, Table, Upload } from 'antd';
import { useState } from 'react';
import { download, upload } from '../../api/client';
import { Problem } from '../../api/problem';
import type { EvaluationFormReport, FormRow } from '../../api/schema';
import { mediaTypeOf } from '../../shared/files';
import { useWords } from '../../shared/words';
import { valueWords } from '../schemes/definition';

const addressOf = (round: string, school: string) => `/rounds/${round}/schools/${school}/self-evaluation`;

/** The self-evaluation as a workbook: saved from the page, and taken back after a look at what it changes. */
export function FormTools({ round, school, flush, onImported }: {
  round: string;
  school: string;
  /** Saves what was typed, so that neither file nor comparison misses it; false when that failed. */
  flush: () => Promise<boolean>;
  onImported: () => Promise<unknown>;
}) {
  const words = useWords();
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const saved = async () => {
    if (!(await flush())) throw new Error(words.evaluation.unsaved);
  };
  const save = useMutation({
    mutationFn: async () => {
      await saved();
      await download(`${addressOf(round, school)}/template.xlsx`);
    },
    onError: (error) => message.error(error.message),
  });
  return (
    <>
      <Button loading={save.isPending} onClick={() => save.mutate()}>{words.form.download}</Button>
      <Button onClick={() => setOpen(true)}>{words.form.upload}</Button>
      {open && (
        <FormDialog
          address={`${addressOf(round, school)}/import`} saved={saved} onClose={() => setOpen(false)}
          onImported={async () => {
            await onImported();
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

/** A filled-in workbook: what it changes and what is wrong with it, then the import itself. */
function FormDialog({ address, saved, onClose, onImported }: { address: string; saved: () => Promise<void>; onClose: () => void; onImported: () => Promise<unknown> }) {
  const words = useWords();
  const { message } = App.useApp();
  const [file, setFile] = useState<File>();
  const contentType = file?.name.toLowerCase().endsWith('.xlsx') ? mediaTypeOf(file.name) : null;
  const check = useMutation({
    mutationFn: async (chosen: File) => {
      await saved();
      return upload<EvaluationFormReport>(`${address}?dryRun=true`, chosen, mediaTypeOf(chosen.name)!);
    },
  });
  const apply = useMutation({
    mutationFn: (confirm: string) => upload<EvaluationFormReport>(`${address}?confirm=${confirm}`, file!, contentType!),
    onSuccess: async () => {
      await onImported();
      message.success(words.form.applied);
    },
  });
  const report = check.data;
  const failed = apply.error ?? check.error;
  return (
    <Modal
      open title={words.form.upload} onCancel={onClose} width={760}
      footer={(
        <Space wrap>
          <Button onClick={onClose}>{words.common.cancel}</Button>
          <Button type="primary" disabled={!report || report.errors.length > 0 || report.changes.length === 0} loading={apply.isPending} onClick={() => apply.mutate(report!.confirm)}>{words.form.apply}</Button>
        </Space>
      )}
    >
      <Space orientation="vertical" style={{ width: '100%' }}>
        <div>{words.form.steps}</div>
        <Upload
          accept=".xlsx" maxCount={1}
          onRemove={() => {
            setFile(undefined);
            check.reset();
            apply.reset();
          }}
          beforeUpload={(chosen) => {
            setFile(chosen);
            apply.reset();
            check.reset();
            if (chosen.name.toLowerCase().endsWith('.xlsx')) check.mutate(chosen);
            return false;
          }}
        >
          <Button loading={check.isPending}>{words.files.choose}</Button>
        </Upload>
        {file && !contentType && <Alert type="error" showIcon title={words.form.wrongKind} />}
        {failed && <Alert type="error" showIcon title={failed.message} description={failed instanceof Problem && <ul>{Object.entries(failed.fields).flatMap(([cell, texts]) => texts.map((t) => <li key={cell + t}>{t}</li>))}</ul>} />}
        {report && <Findings report={report} />}
      </Space>
    </Modal>
  );
}

function Findings({ report }: { report: EvaluationFormReport }) {
  const words = useWords();
  return (
    <>
      {report.errors.length > 0 && <Rows type="error" title={words.form.errors(report.errors.length)} rows={report.errors} />}
      {report.changedSinceDownload && <Alert type="warning" showIcon title={words.form.overtaken} />}
      {report.unmatched.length > 0 && <Rows type="warning" title={words.form.unmatched(report.unmatched.length)} rows={report.unmatched} />}
      {report.warnings.length > 0 && <Rows type="warning" title={words.schemes.warnings} rows={report.warnings} />}
      {report.changes.length === 0 && report.errors.length === 0 && <Alert type="info" showIcon title={words.form.unchanged} />}
      {report.changes.length > 0 && (
        <Table
          size="small" rowKey={(c) => `${c.cell}${c.field}${c.fact}`} pagination={{ pageSize: 8, hideOnSinglePage: true }} dataSource={report.changes} scroll={{ x: 'max-content' }}
          title={() => words.form.changes(report.changes.length)}
          columns={[
            { title: words.form.cell, dataIndex: 'cell', width: 90 },
            { title: words.form.item, render: (_, c) => `${c.node ?? ''} ${c.name}` },
            { title: words.form.fieldTitle, render: (_, c) => words.form.field[c.field] ?? c.field },
            { title: words.form.old, render: (_, c) => valueWords(c.old, words) },
            { title: words.form.new, render: (_, c) => valueWords(c.new, words) },
          ]}
        />
      )}
    </>
  );
}

function Rows({ type, title, rows }: { type: 'error' | 'warning'; title: string; rows: FormRow[] }) {
  return <Alert type={type} showIcon title={title} description={<ul>{rows.map((r) => <li key={r.cell + r.code}>{r.cell}：{r.message}</li>)}</ul>} />;
}
