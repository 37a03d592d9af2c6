import { Button, Checkbox, Input } from 'antd';
import type { ProgrammeDefinition } from '../../../api/schema';
import { Panel } from '../../../shared/Page';
import { useWords } from '../../../shared/words';
import { ownMarks } from './queries';
import type { Attached } from './Files';
import { Refusal } from './Refusal';

const mostReport = 8000;

export interface Written {
  report: string;
  marks: string[];
  files: Attached[];
}

/** What the applicant writes, and what only it knows of itself. */
export function Report({ written, definition, canWrite, isDirty, isSaving, said, error, onChange, onSave }: {
  written: Written; definition: ProgrammeDefinition; canWrite: boolean; isDirty: boolean; isSaving: boolean; said: string[]; error: Error | null; onChange: (next: Written) => void; onSave: () => void;
}) {
  const words = useWords().titlesSchool;
  const marks = ownMarks(definition);
  return (
    <Panel title={words.report} extra={canWrite && <Button type={isDirty ? 'primary' : 'default'} ghost={isDirty} disabled={!isDirty} loading={isSaving} onClick={onSave}>{words.saveReport}</Button>}>
      {canWrite ? (
        <>
          <p style={{ marginTop: 0 }} id="report-hint">{words.reportHint}</p>
          <Input.TextArea
            aria-label={words.report} aria-describedby="report-hint" autoSize={{ minRows: 6, maxRows: 24 }} maxLength={mostReport} showCount value={written.report} status={said.length > 0 && written.report.trim() === '' ? 'error' : undefined}
            onChange={(e) => onChange({ ...written, report: e.target.value })} style={{ marginBottom: 24 }}
          />
        </>
      ) : <p style={{ margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{written.report || words.noReport}</p>}
      {said.length > 0 && written.report.trim() === '' && <div className="said" role="alert">{said.join('；')}</div>}
      {marks.length > 0 && (
        <fieldset style={{ border: 0, padding: 0, margin: '8px 0' }}>
          <legend style={{ padding: 0, marginBottom: 4 }}>{words.marks}</legend>
          <Checkbox.Group options={marks} value={written.marks} disabled={!canWrite} onChange={(next) => onChange({ ...written, marks: next })} />
        </fieldset>
      )}
      <Refusal error={error} />
    </Panel>
  );
}
