import { Button, Select, Space, Table, Tag } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { serverNow } from '../../api/client';
import type { OpenWork, RoundView, StatisticsView, TotalChange } from '../../api/schema';
import { Chart } from '../../shared/Chart';
import { percent, points } from '../../shared/format';
import { Loaded, Nothing, Page, Panel, Stat } from '../../shared/Page';
import { may, useRole } from '../../shared/session';
import { deadline, until } from '../../shared/time';
import { useWords } from '../../shared/words';
import { rankingPageSize } from '../results/queries';
import { lastRound, useCompleteness, useOpenWork, useRounds, useStatistics } from '../rounds/queries';
import { OwnVisits } from '../visits/OwnVisits';
import { SchoolTiles } from './SchoolTiles';

/** How the district, or a zone, stands in one round. */
export default function DistrictHome() {
  const words = useWords();
  const role = useRole();
  const rounds = useRounds();
  const [chosen, setChosen] = useState<string>();
  const opened = (rounds.data ?? []).filter((r) => r.state !== 'planned');
  const round = opened.find((r) => r.code === chosen) ?? opened.find((r) => r.state === 'open') ?? opened[0];

  // Asked beside the list of rounds, not after it; where the guess is wrong, the right ones follow.
  const likely = rounds.isPending ? lastRound.get() : round?.code;
  useCompleteness(likely);
  useStatistics(likely);
  useOpenWork(likely);
  useEffect(() => {
    if (round) lastRound.set(round.code);
  }, [round]);
  return (
    <Page
      title={words.nav.home}
      tools={opened.length > 0 && (
        <Select aria-label={words.home.chooseRound} value={round?.code} onChange={setChosen} style={{ minWidth: 240 }} options={opened.map((r) => ({ value: r.code, label: `${r.name}（${words.roundState[r.state]}）` }))} />
      )}
    >
      <Loaded of={[rounds]}>
        {() => round
          ? <RoundOverview round={round} />
          : <Nothing title={words.home.noRound} hint={words.home.noRoundHint} action={may.manageRounds(role) && <Link to="/rounds"><Button type="primary">{words.home.newRound}</Button></Link>} />}
      </Loaded>
    </Page>
  );
}

function RoundOverview({ round }: { round: RoundView }) {
  const words = useWords();
  const navigate = useNavigate();
  const role = useRole();
  const [completeness, statistics, work] = [useCompleteness(round.code), useStatistics(round.code), useOpenWork(round.code)];
  const due = deadline(serverNow(), round.effectiveDueAt, round.closesAt, words);
  return (
    <Loaded of={[completeness]}>
      {() => {
        const all = completeness.data!;
        const toReview = all.schools.filter((s) => s.progress === 'submitted' || (role !== 'zoneLead' && s.progress === 'zoneReviewed')).length;
        return (
          <>
            <Panel
              title={words.home.progress}
              extra={(
                <Space>
                  <Link to={`/rounds/${round.code}/board`}>{words.nav.board}</Link>
                  <Link to={`/rounds/${round.code}/ranking`}>{words.nav.ranking}</Link>
                  {may.review(role) && <Link to={`/rounds/${round.code}/review`}>{words.nav.review}</Link>}
                </Space>
              )}
            >
              <div className="stats">
                <Stat label={words.home.expected}>{all.expected}</Stat>
                <Stat label={words.home.submitted}>{all.submitted}</Stat>
                <Stat label={words.home.late}>{all.late}</Stat>
                <Stat label={words.home.missing}>{all.missing}</Stat>
                <Stat label={words.home.toReview}>{toReview}</Stat>
                <div className="stat" style={{ gridColumn: 'span 2' }}>
                  <span>{words.home.due}</span>
                  <b style={{ fontSize: 16 }}>{until(round.effectiveDueAt)}</b>
                  {round.state === 'open' && <span><Tag color={due.state === 'onTime' ? 'success' : 'warning'}>{due.left}</Tag></span>}
                </div>
              </div>
            </Panel>
            <OwnVisits round={round.code} visits={all.visits} />
            <SchoolTiles completeness={all} onOpen={(school) => navigate(`/rounds/${round.code}/schools/${school}/scorecard`)} />
            <div className="grid">
              <Loaded of={[statistics]}>{() => <Figures statistics={statistics.data!} round={round.code} />}</Loaded>
              <Loaded of={[work]}>{() => <People work={work.data!.items} zoneName={(code) => all.zones.find((z) => z.zone === code)?.name ?? code ?? ''} />}</Loaded>
            </div>
          </>
        );
      }}
    </Loaded>
  );
}

const axis = { axisLine: { show: false }, axisTick: { show: false }, splitLine: { lineStyle: { opacity: 0.25 } } };

function Figures({ statistics, round }: { statistics: StatisticsView; round: string }) {
  const words = useWords();
  const navigate = useNavigate();
  const bands = useMemo(() => {
    const first = statistics.bands.findIndex((b) => b.schools > 0);
    return statistics.bands.slice(Math.max(0, first - 1));
  }, [statistics]);
  const distribution = useMemo(() => ({
    grid: { left: 34, right: 8, top: 12, bottom: 26 },
    tooltip: { trigger: 'axis' },
    xAxis: { type: 'category', data: bands.map((b) => `${b.from}–${b.to}`), axisTick: { show: false } },
    yAxis: { type: 'value', minInterval: 1, ...axis },
    series: [{ type: 'bar', data: bands.map((b) => b.schools), itemStyle: { color: '#2f7fae', borderRadius: [3, 3, 0, 0] }, barMaxWidth: 36 }],
  }), [bands]);
  const trend = useMemo(() => ({
    grid: { left: 40, right: 16, top: 12, bottom: 26 },
    tooltip: { trigger: 'axis' },
    xAxis: { type: 'category', data: statistics.trend.map((t) => t.name), axisTick: { show: false } },
    yAxis: { type: 'value', scale: true, ...axis },
    series: [{ type: 'line', data: statistics.trend.map((t) => t.meanOfSubmitted), symbolSize: 8, lineStyle: { width: 2, color: '#c8432f' }, itemStyle: { color: '#c8432f' } }],
  }), [statistics]);
  // The ranking begins with the best, so a band begins behind all schools of the higher ones.
  const placeOf = (band: number) => `/rounds/${round}/ranking?page=${Math.floor(bands.slice(band + 1).reduce((above, b) => above + b.schools, 0) / rankingPageSize) + 1}`;
  return (
    <>
      <Panel title={words.home.distribution}>
        <Chart
          label={words.home.distribution} option={distribution} onSelect={(band) => navigate(placeOf(band))}
          table={<Table size="small" pagination={false} rowKey="from" dataSource={bands} columns={[{ title: words.home.band, render: (_, b, i) => <Link to={placeOf(i)}>{b.from}–{b.to}</Link> }, { title: words.home.count, dataIndex: 'schools', align: 'right' }]} />}
        />
      </Panel>
      <Panel title={words.home.trend}>
        <Chart
          label={words.home.trend} option={trend} onSelect={(at) => navigate(`/rounds/${statistics.trend[at]!.round}/ranking`)}
          table={(
            <Table
              size="small" pagination={false} rowKey="round" dataSource={statistics.trend}
              columns={[
                { title: words.rounds.name, render: (_, t) => <Link to={`/rounds/${t.round}/ranking`}>{t.name}</Link> },
                { title: words.home.mean, align: 'right', render: (_, t) => points(t.meanOfSubmitted) },
                { title: words.home.coverage, align: 'right', render: (_, t) => percent(t.coverage) },
              ]}
            />
          )}
        />
      </Panel>
      <Panel title={words.home.movers} flush>
        {statistics.rising.length + statistics.falling.length === 0
          ? <Nothing title={words.home.noMovers} />
          : (
            <Table<TotalChange>
              size="small" pagination={false} rowKey="school" dataSource={[...statistics.rising.slice(0, 5), ...statistics.falling.slice(0, 5)]}
              columns={[
                { title: words.home.school, render: (_, m) => <Link to={`/rounds/${round}/schools/${m.school}/scorecard`}>{m.name}</Link> },
                { title: words.home.before, align: 'right', className: 'numeric', render: (_, m) => points(m.before) },
                { title: words.results.total, align: 'right', className: 'numeric', render: (_, m) => points(m.total) },
                { title: words.home.change, align: 'right', className: 'numeric', render: (_, m) => <Tag color={m.change > 0 ? 'success' : 'error'}>{m.change > 0 ? '+' : ''}{points(m.change)}</Tag> },
              ]}
            />
          )}
      </Panel>
    </>
  );
}

function People({ work, zoneName }: { work: OpenWork[]; zoneName: (code: string | null | undefined) => string }) {
  const words = useWords();
  const what = (w: OpenWork) => [
    w.evaluationDue && words.home.evaluationDue,
    w.reportsDue > 0 && `${words.home.reportsDue} ${w.reportsDue}`,
    w.reportsToDecide > 0 && `${words.home.reportsToDecide} ${w.reportsToDecide}`,
    w.schoolsToReview > 0 && `${words.home.toReview} ${w.schoolsToReview}`,
  ].filter(Boolean).join('，');
  return (
    <Panel title={words.home.openWork} flush>
      <Table<OpenWork>
        size="small" rowKey={(w) => w.userName + w.role} dataSource={work} pagination={{ pageSize: 8, hideOnSinglePage: true, size: 'small' }}
        columns={[
          { title: words.home.person, render: (_, w) => <>{w.displayName}<br /><small>{words.roles[w.role]} · {w.schoolName ?? zoneName(w.zone)}</small></> },
          { title: words.home.state, render: (_, w) => what(w) },
        ]}
      />
    </Panel>
  );
}
