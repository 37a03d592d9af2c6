import { Alert, Table } from 'antd';
import type { EligibilityRule, ProgrammeTrial, TierDefinition, TouchedApplication } from '../../../api/schema';
import { Panel } from '../../../shared/Page';
import { useWords } from '../../../shared/words';
import { ruleWords } from './ruleForm';

/** What a change would mean: examples that it contradicts, and applications for which a condition comes out otherwise. */
export function Trial({ result, rules, tiers }: { result: ProgrammeTrial; rules: EligibilityRule[]; tiers: TierDefinition[] }) {
  const words = useWords();
  const w = words.titlesDistrict;
  const verdict = (isMet?: boolean | null) => (isMet == null ? w.noSuchRule : isMet ? w.met : w.notMet);
  const nameOf = (code: string) => {
    const rule = rules.find((r) => r.code === code);
    return rule ? ruleWords(rule, tiers, words) : code;
  };
  return (
    <Panel title={w.try}>
      <div role="status">
        {result.problems.length === 0
          ? <Alert type="success" showIcon title={w.tryFine} />
          : <Alert type="error" showIcon title={w.tryProblems} description={<ul style={{ margin: 0, paddingLeft: 20 }}>{result.problems.map((p) => <li key={`${p.path} ${p.problem.text}`}>{p.problem.text}</li>)}</ul>} />}
        <p>{result.touched.length === 0 ? w.touchedNone : w.touchedHint}</p>
      </div>
      {result.touched.length > 0 && (
        <Table<TouchedApplication>
          size="small" rowKey={(t) => `${t.application} ${t.rule}`} dataSource={result.touched} pagination={{ pageSize: 20, hideOnSinglePage: true }}
          columns={[
            { title: w.touched, dataIndex: 'application' },
            { title: w.rule, render: (_, t) => nameOf(t.rule) },
            { title: w.now, width: 100, render: (_, t) => verdict(t.isMetNow) },
            { title: w.then, width: 100, render: (_, t) => verdict(t.isMetThen) },
          ]}
        />
      )}
    </Panel>
  );
}
