import { Button, Space, Table, Tag } from 'antd';
import { useState } from 'react';
import type { EligibilityRule, TierDefinition } from '../../../api/schema';
import { Panel } from '../../../shared/Page';
import { day } from '../../../shared/time';
import { useWords } from '../../../shared/words';
import { RuleDrawer } from './RuleDrawer';
import { ruleWords } from './ruleForm';

interface Props {
  rules: EligibilityRule[];
  tiers: TierDefinition[];
  otherTitles: { value: string; label: string }[];
  /** Left out: they are only shown. */
  onChange?: (rules: EligibilityRule[]) => void;
}

/** The conditions as sentences, each with its clause; one is changed in a drawer. */
export function RulesPanel({ rules, tiers, otherTitles, onChange }: Props) {
  const words = useWords();
  const w = words.titlesDistrict;
  const [editing, setEditing] = useState<EligibilityRule | 'new'>();
  const titles = [...tiers.map((t) => ({ value: t.code, label: t.name })), ...otherTitles];
  const named = titles.map((t) => ({ code: t.value, name: t.label }));
  const termOf = (rule: EligibilityRule) => (rule.from || rule.to ? `${day(rule.from)} – ${day(rule.to)}` : w.always);
  return (
    <Panel flush title={w.rules} extra={onChange && <Button size="small" type="primary" ghost onClick={() => setEditing('new')}>+ {w.addRule}</Button>}>
      <Table<EligibilityRule>
        rowKey="code" dataSource={rules} pagination={{ pageSize: 20, hideOnSinglePage: true }} scroll={onChange && { x: 640 }} locale={{ emptyText: w.noRule2 }}
        columns={[
          { title: w.rule, render: (_, r) => <>{ruleWords(r, named, words)}{r.tiers.length > 0 && <div>{r.tiers.map((t) => <Tag key={t}>{tiers.find((x) => x.code === t)?.name ?? t}</Tag>)}</div>}</> },
          { title: w.clauseLabel, render: (_, r) => <small>{w.clause(r.clause.document, r.clause.article, r.clause.text)}</small> },
          { title: w.term, width: 190, className: 'numeric', render: (_, r) => termOf(r) },
          { title: w.examples, width: 80, render: (_, r) => w.examplesCount(r.examples.length) },
          ...(onChange ? [{
            title: <span className="visually-hidden">{words.rounds.actions}</span>, width: 140,
            render: (_: unknown, r: EligibilityRule) => (
              <Space size={4}>
                <Button size="small" aria-label={`${r.code} ${words.organisation.edit}`} onClick={() => setEditing(r)}>{words.organisation.edit}</Button>
                <Button size="small" danger aria-label={`${r.code} ${w.removed}`} onClick={() => onChange(rules.filter((x) => x !== r))}>{w.removed}</Button>
              </Space>
            ),
          }] : []),
        ]}
      />
      {editing && onChange && (
        <RuleDrawer
          rule={editing === 'new' ? undefined : editing} taken={rules.filter((r) => r !== editing).map((r) => r.code)} tiers={tiers} titles={titles} onClose={() => setEditing(undefined)}
          onSave={(rule) => {
            onChange(editing === 'new' ? [...rules, rule] : rules.map((r) => (r === editing ? rule : r)));
            setEditing(undefined);
          }}
        />
      )}
    </Panel>
  );
}
