import { DownloadOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import type { EvidenceView } from '../../api/schema';
import { useWords } from '../../shared/words';
import { OfficeText } from './OfficeText';
import { PdfPages } from './PdfPages';
import { fileAddress } from './queries';

/** A file to read without saving it: pages of a PDF, the text of an Office file. */
export default function Preview({ round, school, file, onClose }: { round: string; school: string; file: EvidenceView; onClose: () => void }) {
  const words = useWords();
  return (
    <Drawer
      open onClose={onClose} title={<bdi style={{ overflowWrap: 'anywhere' }}>{file.name}</bdi>} size="min(860px, 100vw)" styles={{ body: { padding: 12 } }}
      extra={<Button icon={<DownloadOutlined />} href={fileAddress(round, school, file)} aria-label={`${words.preview.save} ${file.name}`} />}
    >
      {file.mediaType === 'application/pdf' ? <PdfPages address={fileAddress(round, school, file)} name={file.name} /> : <OfficeText round={round} school={school} file={file} />}
    </Drawer>
  );
}
