import { Checkbox } from 'antd';
import { Panel } from '../../shared/Page';
import { useWords } from '../../shared/words';
import { schemeCodePattern } from './codes';
import type { Late, SchemeDefinition } from './definition';
import { ChoiceField, choicesOf, CodeField, Field, NumberField, Said, TextField, useFindings } from './Field';
import type { Change } from './IndicatorsTab';
import { besides, tabOf, type Finding } from './problems';
import { TiesEditor } from './TiesEditor';

const fields = ['code', 'name', 'sponsor', 'basis', 'subject', 'missing', 'unreviewed', 'late', 'ranking'];

/** What the scheme is called and whose it is, what is missing or late, how schools are ranked. */
export function SettingsTab({ definition, change, taken }: {
  definition: SchemeDefinition;
  change: Change;
  /** Codes that a new scheme can't have; absent for one that exists, whose code stays. */
  taken?: string[];
}) {
  const words = useWords();
  const findings = useFindings();
  const set = (next: Partial<SchemeDefinition>) => change((d) => ({ ...d, ...next }));
  // Whatever names no field of any tab stands here, so that nothing goes unseen.
  const rest = besides(findings.filter((f) => tabOf(f.path) === 'settings'), '', fields);
  // An empty one is warned of at once, also while something else keeps the service from reading the scheme.
  const saidOfBasis: Finding[] = definition.basis ? findings.filter((f) => f.path === 'basis') : [{ path: 'basis', message: words.design.basisEmpty, kind: 'warning' }];
  return (
    <>
      <Panel title={words.design.general}>
        <Said of={rest} />
        <div className="leaf-fields" style={{ marginTop: 0 }}>
          <TextField label={words.schemes.name} path="name" value={definition.name} onChange={(name) => set({ name })} />
          {taken
            ? <CodeField label={words.schemes.code} path="code" value={definition.code} taken={taken} pattern={schemeCodePattern} wrong={words.design.schemeCodeWrong} takenText={words.design.schemeTaken} hint={words.rounds.codeHint} onChange={(code) => set({ code })} />
            : <Field label={words.schemes.code} path="code" hint={words.design.schemeCodeFixed}>{(id) => <div id={id}><code>{definition.code}</code></div>}</Field>}
          <TextField label={words.design.sponsor} path="sponsor" value={definition.sponsor} onChange={(sponsor) => set({ sponsor: sponsor || undefined })} />
          <TextField label={words.design.basis} value={definition.basis} extra={saidOfBasis} onChange={(basis) => set({ basis: basis || undefined })} />
          <ChoiceField label={words.design.subject} path="subject" value={definition.subject} among={choicesOf(words.design.subjectWord)} onChange={(subject) => set({ subject })} />
          <ChoiceField label={words.design.missing} path="missing" value={definition.missing} among={choicesOf(words.design.missingWord)} onChange={(missing) => set({ missing })} />
          <ChoiceField label={words.design.unreviewed} path="unreviewed" value={definition.unreviewed ?? 'self'} among={choicesOf(words.design.unreviewedWord)} onChange={(unreviewed) => set({ unreviewed })} />
        </div>
      </Panel>
      <LatePanel late={definition.late} onChange={(late) => set({ late })} />
      <Panel title={words.design.ranking}>
        <Said of={besides(findings, 'ranking', ['groupBy', 'ties'])} />
        <div className="leaf-fields" style={{ marginTop: 0, marginBottom: 16, maxWidth: 420 }}>
          <ChoiceField label={words.design.groupBy} path="ranking.groupBy" value={definition.ranking?.groupBy ?? 'none'} among={choicesOf(words.design.groupWord)} onChange={(groupBy) => set({ ranking: { ...definition.ranking, groupBy } })} />
        </div>
        <h3 style={{ fontSize: 14, margin: '0 0 8px' }}>{words.design.ties}</h3>
        <TiesEditor definition={definition} onChange={(ties) => set({ ranking: { ...definition.ranking, ties } })} />
      </Panel>
    </>
  );
}

function LatePanel({ late, onChange }: { late?: Late; onChange: (late?: Late) => void }) {
  const words = useWords();
  const findings = useFindings();
  return (
    <Panel title={words.design.late}>
      <Checkbox checked={late !== undefined} onChange={(e) => onChange(e.target.checked ? { perDay: 1, max: 5 } : undefined)}>{words.design.lateOn}</Checkbox>
      <Said of={besides(findings, 'late', ['perDay', 'max', 'forfeitAfterDays'])} />
      {late && (
        <div className="leaf-fields">
          <NumberField label={words.design.perDay} path="late.perDay" value={late.perDay} onChange={(perDay) => onChange({ ...late, perDay: perDay ?? 0 })} />
          <NumberField label={words.design.lateMax} path="late.max" placeholder={words.design.unlimited} value={late.max} onChange={(max) => onChange({ ...late, max })} />
          <NumberField label={words.design.forfeitAfterDays} path="late.forfeitAfterDays" whole placeholder={words.design.unlimited} value={late.forfeitAfterDays} onChange={(forfeitAfterDays) => onChange({ ...late, forfeitAfterDays })} />
        </div>
      )}
    </Panel>
  );
}
