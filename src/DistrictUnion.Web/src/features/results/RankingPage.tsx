import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Select, Table, Tag } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { get } from '../../api/client';
import { Problem } from '../../api/problem';
import type { RankingRow } from '../../api/schema';
import { BundlePanel } from '../../shared/BundlePanel';
import { ExportButton } from '../../shared/files';
import { percent, points } from '../../shared/format';
import { Loaded, Nothing, Page, Panel, Stat } from '../../shared/Page';
import { may, useRole } from '../../shared/session';
import { moment } from '../../shared/time';
import { useWords } from '../../shared/words';
import { useZoneName, useZones } from '../organisation/queries';
import { useRound } from '../rounds/queries';
import { rankingPageSize } from './queries';
import { TieDialog } from './TieDialog';

const pageSize = rankingPageSize;

/** The ranking of a round, live or as it was published; schools see what the publication chose. */
export default function RankingPage() {
  const { round = '' } = useParams();
  const words = useWords();
  const role = useRole();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const page = Math.max(1, Number(search.get('page')) || 1);
  const setPage = (to: number) => setSearch(to === 1 ? {} : { page: String(to) }, { replace: true });
  const [publication, setPublication] = useState<number>();
  const [group, setGroup] = useState<string>();
  const [chosen, setChosen] = useState<string[]>([]);
  const [tie, setTie] = useState<RankingRow>();
  const current = useRound(round);
  const zones = useZones();
  const zoneName = useZoneName();
  const seesAll = may.seeDistrict(role);
  const ranking = useQuery({
    queryKey: ['ranking', round, group, page], placeholderData: keepPreviousData, enabled: publication === undefined,
    queryFn: ({ signal }) => get('GET /rounds/{round}/ranking', { path: { round }, query: { group, page, pageSize }, signal }),
  });
  const summary = useQuery({
    queryKey: ['summary', round],
    queryFn: async ({ signal }) => {
      try {
        return await get('GET /rounds/{round}/summary', { path: { round }, signal });
      } catch (error) {
        if (error instanceof Problem && error.isNotFound) return null;
        throw error;
      }
    },
  });
  const [listing, setListing] = useState(false);
  const versions = useQuery({
    queryKey: ['publications', round], enabled: listing,
    queryFn: async ({ signal }) => (await get('GET /rounds/{round}/publications', { path: { round }, query: { pageSize: 50 }, signal })).items,
  });
  const frozen = useQuery({
    queryKey: ['publication', round, publication], enabled: publication !== undefined,
    queryFn: ({ signal }) => get('GET /rounds/{round}/publications/{number}', { path: { round, number: publication! }, signal }),
  });
  // A scheme groups by stage or by zone; which one, its groups' codes tell.
  const groupsOf = (known: string | null | undefined) => (!known ? []
    : known in words.stage ? Object.entries(words.stage).map(([value, label]) => ({ value, label }))
      : (zones.data?.items ?? []).map((z) => ({ value: z.code, label: z.name })));
  const shown = publication === undefined ? ranking : frozen;
  if (ranking.error instanceof Problem && ranking.error.isNotFound) return <Nothing title={words.results.notPublished} />;
  return (
    <Loaded of={[current, shown]}>
      {() => {
        const rows = publication === undefined ? ranking.data!.items : frozen.data!.ranking.filter((r) => !group || r.group === group);
        const groups = groupsOf(rows.find((r) => r.group)?.group ?? group);
        const resolvable = may.manageRounds(role) && publication === undefined && ['open', 'closed'].includes(current.data!.body.state);
        const means = publication === undefined ? summary.data?.district : frozen.data!.summary.district;
        return (
          <Page
            title={`${current.data!.body.name} · ${words.results.ranking}`}
            tools={(
              <>
                {seesAll && current.data!.body.publications > 0 && (
                  <Select
                    aria-label={words.results.versions} value={publication ?? 0} style={{ minWidth: 220 }} loading={versions.isFetching}
                    onOpenChange={(open) => open && setListing(true)} onChange={(n) => setPublication(n === 0 ? undefined : n)}
                    options={[{ value: 0, label: words.results.live }, ...(versions.data ?? []).map((v) => ({ value: v.number, label: words.results.frozen(v.number, moment(v.at)) }))]}
                  />
                )}
                {groups.length > 0 && (
                  <Select
                    aria-label={words.results.group} value={group ?? ''} style={{ minWidth: 120 }} options={[{ value: '', label: words.results.allGroups }, ...groups]}
                    onChange={(g) => {
                      setGroup(g || undefined);
                      setPage(1);
                    }}
                  />
                )}
                {may.seeProgress(role) && (
                  <Button disabled={chosen.length < 2 || chosen.length > 10} title={words.results.chooseSchools} onClick={() => navigate(`/rounds/${round}/compare?${chosen.map((s) => `school=${encodeURIComponent(s)}`).join('&')}`)}>
                    {words.results.compare}（{chosen.length}）
                  </Button>
                )}
                {publication === undefined && (
                  <ExportButton
                    files={(['xlsx', 'docx'] as const).map((kind) => ({ label: words.files[kind], address: `/rounds/${round}/ranking.${kind}${group ? `?group=${encodeURIComponent(group)}` : ''}` }))}
                  />
                )}
                <Button onClick={() => print()}>{words.common.print}</Button>
              </>
            )}
          >
            {means && (
              <Panel title={words.results.summary}>
                <div className="stats">
                  <Stat label={words.results.mean}>{points(means.mean)}</Stat>
                  <Stat label={words.results.submittedMean}>{points(means.meanOfSubmitted)}</Stat>
                  <Stat label={words.results.weighted}>{points(means.memberWeightedMean)}</Stat>
                  <Stat label={words.results.coverage}>{percent(means.coverage)}</Stat>
                </div>
              </Panel>
            )}
            <Panel flush>
              <Table<RankingRow>
                size="middle" rowKey="school" dataSource={rows} scroll={{ x: 640 }}
                pagination={publication === undefined ? { current: page, pageSize, total: ranking.data!.total, onChange: setPage, showSizeChanger: false, showTotal: words.common.total, hideOnSinglePage: true } : { pageSize, hideOnSinglePage: true }}
                rowSelection={may.seeProgress(role) ? { hideSelectAll: true, columnTitle: <span className="visually-hidden">{words.results.compare}</span>, selectedRowKeys: chosen, preserveSelectedRowKeys: true, onChange: (keys) => setChosen(keys as string[]), getCheckboxProps: (r) => ({ 'aria-label': r.name }) } : undefined}
                columns={[
                  { title: words.results.rank, width: 110, className: 'numeric', render: (_, r) => (r.rank ? <><b>{r.rank}</b>{(r.ties ?? 0) > 1 && (resolvable
                    ? <Button size="small" type="link" onClick={() => setTie(r)}>{words.results.tiedWith(r.ties!)}</Button>
                    : <Tag style={{ marginLeft: 6 }}>{words.results.tiedWith(r.ties!)}</Tag>)}</> : '—') },
                  { title: words.results.school, render: (_, r) => <Link to={`/rounds/${round}/schools/${r.school}/scorecard`}>{r.name}</Link> },
                  { title: words.results.zone, width: 110, render: (_, r) => zoneName(r.zone) },
                  ...(rows.some((r) => r.group) ? [{ title: words.results.group, width: 100, render: (_: unknown, r: RankingRow) => groups.find((g) => g.value === r.group)?.label ?? r.group }] : []),
                  { title: words.results.total, align: 'right', width: 100, className: 'numeric', render: (_, r) => points(r.total) },
                  ...(rows.some((r) => r.adjusted !== null && r.adjusted !== undefined) ? [{ title: words.results.adjusted, align: 'right' as const, width: 110, className: 'numeric', render: (_: unknown, r: RankingRow) => points(r.adjusted) }] : []),
                  { title: words.results.grade, width: 120, render: (_, r) => r.gradeName ?? r.grade ?? '' },
                  { title: words.results.outcome, width: 110, render: (_, r) => (r.outcome ? <Tag color={r.outcome === 'qualified' ? 'success' : r.outcome === 'disqualified' || r.outcome === 'forfeited' ? 'error' : 'default'}>{words.outcome[r.outcome]}</Tag> : '') },
                ]}
              />
            </Panel>
            {publication === undefined && current.data!.body.state === 'published' && (seesAll || current.data!.body.bundleHead) && (
              <BundlePanel text={words.bundle.round} head={current.data!.body.bundleHead} address={seesAll ? `/rounds/${round}/bundle` : undefined} />
            )}
            {tie && <TieDialog round={round} row={tie} onClose={() => setTie(undefined)} />}
          </Page>
        );
      }}
    </Loaded>
  );
}
