import { Tag } from 'antd';
import type { ApplicationView, CampaignView, Clause, ProgrammeDefinition } from '../../../api/schema';
import { Panel } from '../../../shared/Page';
import { useWords } from '../../../shared/words';

/** Each condition with what was found and where it stands; what can be judged only after the scoring comes last. */
export function Eligibility({ application, campaign, definition, said }: { application: ApplicationView; campaign: CampaignView; definition: ProgrammeDefinition; said: string[] }) {
  const words = useWords().titlesSchool;
  const on = application.dueAt.slice(0, 10);
  const later = definition.rules.filter((r) => application.eligibility.every((f) => f.rule !== r.code)
    && (r.tiers.length === 0 || r.tiers.includes(campaign.tier)) && (!r.from || r.from <= on) && (!r.to || on <= r.to));
  const cited = (clause: Clause) => <div style={{ marginTop: 2 }}>{words.clause(clause.document, clause.article)}<br />“{clause.text}”</div>;
  return (
    <Panel title={words.eligibility}>
      {application.eligibility.length + later.length === 0 && <p style={{ margin: 0 }}>{words.rulesNone}</p>}
      {said.length > 0 && <div className="said" role="alert">{said.join('；')}</div>}
      {application.eligibility.map((f) => (
        <div key={f.rule} className="leaf">
          <Tag color={f.isMet ? 'success' : 'error'}>{f.isMet ? words.met : words.notMet}</Tag>{f.finding.text}
          {cited(f.clause)}
        </div>
      ))}
      {later.map((r) => <div key={r.code} className="leaf"><Tag>{words.later}</Tag>{words.laterHint}{cited(r.clause)}</div>)}
    </Panel>
  );
}
