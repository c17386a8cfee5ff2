// Scans one page with the HTTP Observatory's own tests and prints its score.
// node observatory.mjs <package folder> <host> <path> [cookie]
import { pathToFileURL } from "node:url";

const [folder, host, path, cookie] = process.argv.slice(2);
const part = async (name) => import(pathToFileURL(`${folder}/src/${name}`).href);
const { retrieve } = await part("retriever/retriever.js");
const { ALL_TESTS } = await part("constants.js");
const { getGradeForScore, getScoreModifier } = await part("grader/grader.js");
const { MINIMUM_SCORE_FOR_EXTRA_CREDIT } = await part("grader/charts.js");

const headers = cookie ? { headers: [`Accept: text/html`, `Cookie: ${cookie}`] } : {};
const found = await retrieve(host, { path, ...headers });
const results = ALL_TESTS.map((test) => test(found));
const points = results.map((result) => getScoreModifier(result.result));
const lost = 100 + points.filter((each) => each < 0).reduce((a, b) => a + b, 0);
const all = 100 + points.reduce((a, b) => a + b, 0);
const score = lost >= MINIMUM_SCORE_FOR_EXTRA_CREDIT ? all : lost;
console.log(JSON.stringify({
  status: found.responses.auto.status,
  score: getGradeForScore(score).score,
  grade: getGradeForScore(score).grade,
  headers: found.responses.auto.headers,
  results: Object.fromEntries(results.map((each, n) => [each.result, points[n]])),
}));
