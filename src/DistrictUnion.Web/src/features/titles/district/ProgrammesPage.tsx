import { Button, Space, Table, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { CampaignView, ProgrammeView } from '../../../api/schema';
import { Loaded, Nothing, Page, Panel } from '../../../shared/Page';
import { may, useRole } from '../../../shared/session';
import { until } from '../../../shared/time';
import { useWords } from '../../../shared/words';
import { CampaignDialog } from './CampaignDialog';
import { useCampaigns, useProgrammes } from './queries';
import { TemplatesPanel } from './TemplatesPanel';
import { campaignColor } from './words';

/** The title programmes, each with its campaigns. */
export default function ProgrammesPage() {
  const words = useWords();
  const role = useRole();
  const [programmes, campaigns] = [useProgrammes(), useCampaigns()];
  const [planning, setPlanning] = useState<ProgrammeView>();
  const canManage = may.manageRounds(role);
  const create = canManage && <Link to="/title-programmes/new"><Button type="primary">{words.titlesDistrict.create}</Button></Link>;
  return (
    <Page title={words.titlesDistrict.nav} tools={<><Link to="/titles"><Button>{words.titlesDistrict.register}</Button></Link>{create}</>}>
      <Loaded of={[programmes, campaigns]}>
        {() => (programmes.data!.length === 0
          ? <Nothing title={words.titlesDistrict.none} hint={words.titlesDistrict.noneHint} action={create} />
          : programmes.data!.map((p) => (
            <Panel key={p.code} flush title={p.definition.name}>
              <Space wrap size={[8, 8]} style={{ margin: '12px 16px' }}>
                <Tag>{words.titlesDistrict.level[p.definition.level]}</Tag><Tag>{words.titlesDistrict.subject[p.definition.subject]}</Tag>
                <Link to={`/title-programmes/${p.code}/edit`}><Button size="small">{canManage ? words.titlesDistrict.edit : words.titlesDistrict.view}</Button></Link>
                {canManage && <Button size="small" type="primary" ghost aria-label={`${p.definition.name} ${words.titlesDistrict.newCampaign}`} onClick={() => setPlanning(p)}>{words.titlesDistrict.newCampaign}</Button>}
              </Space>
              <Campaigns programme={p} campaigns={campaigns.data!.filter((c) => c.programme === p.code)} />
            </Panel>
          )))}
      </Loaded>
      {canManage && <TemplatesPanel />}
      {planning && <CampaignDialog programme={planning} onClose={() => setPlanning(undefined)} />}
    </Page>
  );
}

function Campaigns({ programme, campaigns }: { programme: ProgrammeView; campaigns: CampaignView[] }) {
  const words = useWords();
  if (campaigns.length === 0) return <p style={{ margin: '0 16px 16px' }}>{words.titlesDistrict.noCampaign}</p>;
  return (
    <Table<CampaignView>
      rowKey="code" size="small" dataSource={campaigns} pagination={{ pageSize: 5, hideOnSinglePage: true }} scroll={{ x: 520 }}
      columns={[
        { title: words.titlesDistrict.campaign, render: (_, c) => <Link to={`/title-programmes/${programme.code}/campaigns/${c.code}`}>{c.name}</Link> },
        { title: words.titlesDistrict.tier, width: 150, render: (_, c) => programme.definition.tiers.find((t) => t.code === c.tier)?.name ?? c.tier },
        { title: words.titlesDistrict.due, width: 150, className: 'numeric', render: (_, c) => until(c.dueAt) },
        { title: words.titlesDistrict.state, width: 100, render: (_, c) => <Tag color={campaignColor[c.state]}>{words.titlesDistrict.campaignState[c.state]}</Tag> },
      ]}
    />
  );
}
