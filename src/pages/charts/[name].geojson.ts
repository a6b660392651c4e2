import { downloadRoute } from '../../layouts/download-route.ts';

export const { getStaticPaths, GET } = downloadRoute('geojson');
