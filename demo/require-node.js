// Plain JavaScript that any Node can read: the rest of the demo and the tests are TypeScript, run as it stands.
const oldest = 24;
if (Number(process.versions.node.split('.')[0]) < oldest) {
  console.error(
    `This project needs Node ${oldest} and found ${process.versions.node}: run "npm ci" again, which brings the right one, and allow its install script.`,
  );
  process.exit(1);
}
