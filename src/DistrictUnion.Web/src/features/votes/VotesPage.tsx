import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Checkbox, DatePicker, Form, InputNumber, Progress, Select, Space, Table, Tag } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useParams } from 'react-router';
import { get, write } from '../../api/client';
import { formErrors, Problem } from '../../api/problem';
import type { VoteView } from '../../api/schema';
import { Loaded, Nothing, Page, Panel, Stat } from '../../shared/Page';
import { may, useRole } from '../../shared/session';
import { moment, until } from '../../shared/time';
import { useWords } from '../../shared/words';
import { ReasonDialog } from '../rounds/BoardPage';
import { useRoundScheme } from '../schemes/queries';
import { Slips } from './Slips';

const colours: Record<string, string> = { draft: 'default', open: 'processing', closed: 'success', cancelled: 'error' };
const turnoutEvery = 10_000;

/** A vote with an end closes by itself; the page learns of it. */
const closingEvery = 30_000;

/** Secret votes of a school: prepare, hand out links, follow the turnout, count. */
export default function VotesPage() {
  const { round = '', school = '' } = useParams();
  const words = useWords();
  const role = useRole();
  const [chosen, setChosen] = useState<string>();
  const scheme = useRoundScheme(round);
  const unit = useQuery({ queryKey: ['school', school], queryFn: ({ signal }) => get('GET /schools/{school}', { path: { school }, signal }) });
  const votes = useQuery({
    queryKey: ['votes', round, school],
    queryFn: ({ signal }) => get('GET /rounds/{round}/schools/{school}/votes', { path: { round, school }, query: { pageSize: 200 }, signal }),
    refetchInterval: (query) => (query.state.data?.items.some((v) => v.state === 'open' && v.closesAt) ? closingEvery : false),
  });
  return (
    <Loaded of={[scheme, unit, votes]}>
      {() => {
        const facts = scheme.data!.definition.facts.filter((f) => f.type === 'ballots' && f.level !== 'branch');
        const fact = facts.find((f) => f.code === chosen) ?? facts[0];
        const ofFact = votes.data!.items.filter((v) => v.fact === fact?.code);
        const runs = may.runVotes(role) && (fact?.level !== 'district' || !may.ofSchool(role));
        return (
          <Page
            title={`${unit.data!.name} · ${words.vote.title}`}
            tools={facts.length > 1 && <Select aria-label={words.vote.subject} value={fact?.code} onChange={setChosen} style={{ minWidth: 200 }} options={facts.map((f) => ({ value: f.code, label: f.name }))} />}
          >
            {!fact ? <Nothing title={words.vote.noFact} hint={words.vote.noFactHint} /> : (
              <>
                <VoteDesk key={`${fact.code}/${ofFact[0]?.number ?? 0}`} round={round} school={school} fact={fact.code} name={fact.name} vote={ofFact[0]} runs={runs} unit={unit.data!.name} />
                {ofFact.length > 1 && <Earlier votes={ofFact.slice(1)} />}
              </>
            )}
          </Page>
        );
      }}
    </Loaded>
  );
}

function Earlier({ votes }: { votes: VoteView[] }) {
  const words = useWords();
  return (
    <Panel title={words.vote.earlier} flush>
      <Table<VoteView>
        size="small" rowKey="number" dataSource={votes} pagination={false}
        columns={[
          { title: words.vote.number, dataIndex: 'number' },
          { title: words.home.state, render: (_, v) => <Tag color={colours[v.state]}>{words.vote.state[v.state]}</Tag> },
          { title: words.vote.eligible, dataIndex: 'eligible' },
          { title: words.vote.endedAt, render: (_, v) => moment(v.endedAt) },
          { title: words.vote.outcome, render: (_, v) => v.reason ?? (v.result ? words.vote.verdict[v.result.verdict](v.quorum) : '') },
        ]}
      />
    </Panel>
  );
}

interface DeskProps {
  round: string;
  school: string;
  fact: string;
  name: string;
  unit: string;
  vote: VoteView | undefined;
  runs: boolean;
}

/** The latest vote on a fact with what can be done now. */
function VoteDesk({ round, school, fact, name, unit, vote, runs }: DeskProps) {
  const words = useWords();
  const { message, modal } = App.useApp();
  const queries = useQueryClient();
  const [tokens, setTokens] = useState<readonly string[]>([]);
  const [cancelling, setCancelling] = useState(false);
  const [isRepeating, setRepeating] = useState(false);
  const path = { round, school, fact };
  const isLive = vote?.state === 'draft' || vote?.state === 'open';
  const turnout = useQuery({
    queryKey: ['turnout', round, school, fact, vote?.number], enabled: isLive, refetchInterval: vote?.state === 'open' ? turnoutEvery : false,
    queryFn: ({ signal }) => get('GET /rounds/{round}/schools/{school}/votes/{fact}/turnout', { path, signal }),
  });
  const refresh = () => Promise.all([queries.invalidateQueries({ queryKey: ['votes', round, school] }), queries.invalidateQueries({ queryKey: ['turnout', round, school, fact] })]);
  const step = useMutation({
    mutationFn: ({ action, reason }: { action: 'open' | 'close' | 'cancel'; reason?: string }) =>
      (action === 'cancel'
        ? write('POST /rounds/{round}/schools/{school}/votes/{fact}/cancel', { path, ifMatch: '*', body: { reason } })
        : write(`POST /rounds/{round}/schools/{school}/votes/{fact}/${action}`, { path, ifMatch: '*' })),
    onSuccess: refresh,
    onError: (error) => message.error(error.message),
  });
  if (!vote || isRepeating) {
    if (!runs) return <Nothing title={words.vote.none} hint={words.vote.noneOther} />;
    return <Prepare path={path} name={name} isRepeat={!!vote} onDone={refresh} />;
  }

  const mayRepeat = vote.state === 'cancelled' || vote.result?.verdict === 'noQuorum' || vote.result?.verdict === 'noValid';
  const left = turnout.data ? vote.eligible - turnout.data.cast - turnout.data.unusedLinks : 0;
  return (
    <>
      <Panel
        title={<>{name} <Tag color={colours[vote.state]}>{words.vote.state[vote.state]}</Tag></>}
        extra={runs && (
          <Space wrap className="no-print">
            {vote.state === 'draft' && <Button type="primary" loading={step.isPending} onClick={() => step.mutate({ action: 'open' })}>{words.vote.open}</Button>}
            {vote.state === 'open' && (
              <Button type="primary" onClick={() => modal.confirm({ title: words.vote.close, content: words.vote.closeConfirm, okText: words.vote.close, cancelText: words.common.cancel, onOk: () => step.mutateAsync({ action: 'close' }) })}>
                {words.vote.close}
              </Button>
            )}
            {isLive && <Button danger onClick={() => setCancelling(true)}>{words.vote.cancel}</Button>}
            {mayRepeat && <Button type="primary" onClick={() => setRepeating(true)}>{words.vote.repeat}</Button>}
          </Space>
        )}
      >
        <div className="stats">
          <Stat label={words.vote.eligible}>{vote.eligible}</Stat>
          {isLive && <Stat label={words.vote.cast}>{turnout.data?.cast ?? '…'}</Stat>}
          {isLive && <Stat label={words.vote.unused}>{turnout.data?.unusedLinks ?? '…'}</Stat>}
          {vote.result && <Stat label={words.vote.returned}>{vote.result.returned}</Stat>}
          {vote.result && <Stat label={words.vote.receipts}>{vote.result.receipts}</Stat>}
        </div>
        {isLive && turnout.data && <Progress aria-label={words.vote.cast} percent={Math.round((100 * turnout.data.cast) / vote.eligible)} format={() => `${turnout.data.cast}/${vote.eligible}`} />}
        {isLive && <p>{words.vote.quorum(vote.quorum)}</p>}
        {isLive && <p><b>{words.vote.when}</b>{vote.opensAt ? words.vote.opens(moment(vote.opensAt)) : words.vote.opensByHand} {vote.closesAt ? words.vote.closesItself(until(vote.closesAt)) : words.vote.closesByHand}</p>}
        {vote.eligible < 5 && isLive && <Alert type="warning" showIcon title={words.vote.verdict.tooSmall(vote.quorum)} />}
        {vote.reason && <Alert type="warning" showIcon title={words.vote.cancelled(vote.reason)} />}
        {vote.state === 'closed' && !vote.result && <Alert type="info" showIcon title={words.vote.hidden} />}
        {vote.result && <Outcome vote={vote} />}
      </Panel>
      {isLive && runs && (tokens.length > 0
        ? <Slips tokens={tokens} title={`${unit} · ${name}`} onDone={() => setTokens([])} />
        : turnout.data && <MakeLinks path={path} left={left} unused={turnout.data.unusedLinks} onMade={(made) => { setTokens(made); void refresh(); }} />)}
      <ReasonDialog
        open={cancelling} title={words.vote.cancel} label={words.vote.cancelReason} onCancel={() => setCancelling(false)}
        onConfirm={(reason) => {
          setCancelling(false);
          step.mutate({ action: 'cancel', reason });
        }}
      />
    </>
  );
}

function Outcome({ vote }: { vote: VoteView }) {
  const words = useWords();
  const { verdict, counts, returned, abstained } = vote.result!;
  if (!counts) return <Alert type="warning" showIcon title={words.vote.verdict[verdict](vote.quorum)} />;
  const rows = [...vote.options.map((option) => ({ option: words.options[option] ?? option, count: counts[option] ?? 0 })), { option: words.options.abstain!, count: abstained ?? 0 }];
  return (
    <>
      <Alert type="success" showIcon title={words.vote.verdict[verdict](vote.quorum)} style={{ marginBottom: 12 }} />
      <Table
        size="small" rowKey="option" dataSource={rows} pagination={false}
        columns={[
          { title: words.vote.option, dataIndex: 'option' },
          { title: words.vote.votes, dataIndex: 'count', align: 'right', className: 'numeric' },
          { title: words.vote.share, align: 'right', className: 'numeric', render: (_, r) => `${((100 * r.count) / returned).toFixed(2)}%` },
        ]}
      />
    </>
  );
}

type Path = { round: string; school: string; fact: string };

interface Terms {
  eligible: number;
  opensAt?: Dayjs;
  closesAt?: Dayjs;
}

/** What people pick is the district's time, wherever the browser is. */
const instantOf = (at?: Dayjs | null) => (at ? `${at.format('YYYY-MM-DDTHH:mm')}:00+08:00` : undefined);

function Prepare({ path, name, isRepeat, onDone }: { path: Path; name: string; isRepeat: boolean; onDone: () => unknown }) {
  const words = useWords();
  const { message } = App.useApp();
  const [form] = Form.useForm<Terms>();
  const prepare = useMutation({
    mutationFn: ({ eligible, opensAt, closesAt }: Terms) =>
      write('PUT /rounds/{round}/schools/{school}/votes/{fact}', { path, ifMatch: isRepeat ? '*' : undefined, body: { eligible, opensAt: instantOf(opensAt), closesAt: instantOf(closesAt) } }),
    onSuccess: onDone,
    onError: (error) => {
      const fields = error instanceof Problem ? formErrors(error).map((e) => ({ name: e.name[0] as keyof Terms, errors: e.errors })) : [];
      if (fields.length > 0) form.setFields(fields);
      else message.error(error.message);
    },
  });
  const picker = <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" style={{ width: '100%' }} />;
  return (
    <Panel title={`${isRepeat ? words.vote.repeat : words.vote.prepare}：${name}`}>
      <p>{words.vote.steps}</p>
      <Form<Terms> form={form} layout="vertical" requiredMark={false} onFinish={(values) => prepare.mutate(values)} style={{ maxWidth: 420 }}>
        <Form.Item name="eligible" label={words.vote.eligible} extra={words.vote.eligibleHint} rules={[{ required: true, message: words.vote.needEligible }]}>
          <InputNumber min={1} max={5000} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="opensAt" label={`${words.vote.opensAt}（${words.common.optional}）`} extra={words.vote.opensAtHint}>{picker}</Form.Item>
        <Form.Item name="closesAt" label={`${words.vote.closesAt}（${words.common.optional}）`} extra={words.vote.closesAtHint}>{picker}</Form.Item>
        <Button type="primary" htmlType="submit" loading={prepare.isPending}>{words.vote.prepare}</Button>
      </Form>
    </Panel>
  );
}

function MakeLinks({ path, left, unused, onMade }: { path: Path; left: number; unused: number; onMade: (tokens: readonly string[]) => void }) {
  const words = useWords();
  const { message } = App.useApp();
  const [replaces, setReplaces] = useState(false);
  const most = left + (replaces ? unused : 0);
  const make = useMutation({
    mutationFn: async () => (await write('POST /rounds/{round}/schools/{school}/votes/{fact}/links', { path, ifMatch: '*', body: { count: most, replaceUnused: replaces } })).body.tokens,
    onSuccess: onMade,
    onError: (error) => message.error(error.message),
  });
  return (
    <Panel title={words.vote.links}>
      <p>{left > 0 ? words.vote.linksHint(left) : words.vote.linksOut}</p>
      <Space wrap>
        {unused > 0 && <Checkbox checked={replaces} onChange={(e) => setReplaces(e.target.checked)}>{words.vote.replace(unused)}</Checkbox>}
        <Button type="primary" disabled={most === 0} loading={make.isPending} onClick={() => make.mutate()}>{words.vote.makeLinks(most)}</Button>
      </Space>
    </Panel>
  );
}
