import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input, Select, Space, Switch } from 'antd';
import { useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { write } from '../../api/client';
import { Problem } from '../../api/problem';
import type { RoundView } from '../../api/schema';
import { points } from '../../shared/format';
import { Loaded, Nothing, Page, Panel } from '../../shared/Page';
import { useWords } from '../../shared/words';
import { useRounds } from '../rounds/queries';
import type { SchemeDefinition } from '../schemes/definition';
import { useRoundScheme } from '../schemes/queries';
import { useCampaigns } from '../titles/district/queries';
import { maximaOf, totalOf, treeOf, type Values } from './maxima';
import { linesOf } from './numbers';
import { NumberFields } from './NumberFields';
import { placesFormOf, PlacesPart, programmeOf, type PlacesForm } from './PlacesPart';
import { labKey } from './queries';
import { WeightsPart } from './WeightsPart';

/** A new trial: a closed round, then other numbers. */
export default function NewLabPage() {
  const words = useWords();
  const w = words.lab;
  const [search, setSearch] = useSearchParams();
  const rounds = useRounds();
  return (
    <Page title={w.create}>
      <Loaded of={[rounds]}>
        {() => {
          const closed = rounds.data!.filter((r) => r.state === 'closed' || r.state === 'published');
          const round = closed.find((r) => r.code === search.get('round')) ?? closed[0];
          return round ? <Chosen key={round.code} rounds={closed} round={round} onChoose={(code) => setSearch({ round: code }, { replace: true })} /> : <Nothing title={w.noRounds} hint={w.noRoundsHint} />;
        }}
      </Loaded>
    </Page>
  );
}

interface ChosenProps {
  rounds: RoundView[];
  round: RoundView;
  onChoose: (round: string) => void;
}

function Chosen(props: ChosenProps) {
  const scheme = useRoundScheme(props.round.code);
  return <Loaded of={[scheme]}>{() => <Trial {...props} definition={scheme.data!.definition} />}</Loaded>;
}

function Trial({ rounds, round, onChoose, definition }: ChosenProps & { definition: SchemeDefinition }) {
  const words = useWords();
  const w = words.lab;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [name, setName] = useState('');
  const tree = useMemo(() => treeOf(definition.sections), [definition]);
  const original = useMemo(() => maximaOf(tree), [tree]);
  const [maxima, setMaxima] = useState(original);
  const [numbers, setNumbers] = useState<Values>({});
  const [follows, setFollows] = useState(true);
  const [form] = Form.useForm<PlacesForm>();
  const known = useCampaigns();
  const campaigns = (known.data ?? []).filter((c) => c.round === round.code && c.definition);
  const [chosen, setChosen] = useState<string>();
  const campaign = campaigns.find((c) => c.code === chosen);
  const changes = [
    ...Object.entries(maxima).filter(([path, max]) => max !== original[path]).map(([path, value]) => ({ path: `${path}.max`, value })),
    ...Object.entries(numbers).map(([path, value]) => ({ path, value })),
  ];
  const run = useMutation({
    mutationFn: async () => {
      const places = campaign && { campaign: campaign.code, definition: programmeOf(campaign.definition!, await form.validateFields().then(() => form.getFieldsValue(true) as PlacesForm)) };
      return (await write('POST /lab/runs', { body: { name: name.trim(), round: round.code, scheme: null, changes, pointsFollow: follows, campaign: places } })).body;
    },
    onSuccess: async (made) => {
      await queries.invalidateQueries({ queryKey: [labKey] });
      message.success(w.done);
      navigate(`/lab/${made.id}`);
    },
  });
  const problem = run.error instanceof Problem ? run.error : undefined;
  const wrong = new Map(problem?.problems.map((p) => [p.path, p.message]));
  const lines = linesOf(definition, words);
  const set = (path: string, value: number, was: number) => setNumbers((all) => {
    const { [path]: _, ...rest } = all;
    return value === was ? rest : { ...rest, [path]: value };
  });
  const [before, after] = [points(totalOf(tree, original)), points(totalOf(tree, maxima))];
  return (
    <>
      <Panel>
        <Form layout="vertical" component="div">
          <div className="leaf-fields" style={{ marginTop: 0 }}>
            <Form.Item label={w.round} htmlFor="lab-round" extra={w.roundHint} style={{ marginBottom: 0 }}>
              <Select id="lab-round" value={round.code} onChange={onChoose} options={rounds.map((r) => ({ value: r.code, label: r.name }))} />
            </Form.Item>
            <Form.Item label={w.name} htmlFor="lab-name" extra={w.nameHint} validateStatus={problem?.fields.name && 'error'} help={problem?.fields.name?.join(' ')} style={{ marginBottom: 0 }}>
              <Input id="lab-name" maxLength={100} value={name} onChange={(e) => setName(e.target.value)} />
            </Form.Item>
          </div>
        </Form>
      </Panel>
      <WeightsPart definition={definition} tree={tree} original={original} maxima={maxima} onMaxima={setMaxima} numbers={numbers} onNumber={set} wrong={wrong}>
        <Space align="start" style={{ margin: '12px 16px' }}>
          <Switch id="lab-follow" checked={follows} onChange={setFollows} aria-label={w.follow} />
          <span>{w.follow}<br /><small>{w.followHint}</small></span>
        </Space>
      </WeightsPart>
      {lines.length > 0 && <Panel title={w.lines}><NumberFields fields={lines} numbers={numbers} onNumber={set} wrong={wrong} /></Panel>}
      <Loaded of={[known]}>
        {() => (
          <PlacesPart
            campaigns={campaigns} campaign={campaign} form={form}
            onChoose={(code) => {
              setChosen(code);
              const found = campaigns.find((c) => c.code === code);
              form.resetFields();
              if (found) form.setFieldsValue(placesFormOf(found.definition!) as PlacesForm);
            }}
          />
        )}
      </Loaded>
      {problem && (
        <Alert
          type="error" showIcon style={{ marginBottom: 12 }} title={`${w.failed}：${problem.message}`}
          description={problem.problems.length > 0 && <ul style={{ margin: 0, paddingInlineStart: 18 }}>{problem.problems.map((p) => <li key={p.path + p.message}>{p.message}</li>)}</ul>}
        />
      )}
      <div className="sticky-bar">
        <span>{w.count(changes.length)} · {before === after ? w.sameTotal(before) : w.total(before, after)}</span>
        <Space>
          <Button
            disabled={changes.length === 0}
            onClick={() => {
              setMaxima(original);
              setNumbers({});
            }}
          >
            {w.reset}
          </Button>
          <Button type="primary" loading={run.isPending} onClick={() => run.mutate()}>{w.run}</Button>
        </Space>
      </div>
    </>
  );
}
