'use strict'

// A Bluesky server (PDS) with its directory of identities (PLC), for tests, on this machine only.
//
//   node server.cjs <port of the PLC> <port of the PDS>
//
// Says READY on its own line when it serves; ends on SIGTERM or when its input is closed, so that
// it never outlives the tests that started it.

const { Server } = require('node:net')

// dev-env gives a port and no host, which would mean every interface.
const { listen } = Server.prototype
Server.prototype.listen = function (port, ...rest) {
  const onlyPort = typeof port === 'number' && typeof rest[0] !== 'string'
  return onlyPort ? listen.call(this, port, '127.0.0.1', ...rest) : listen.call(this, port, ...rest)
}

const { TestPds, TestPlc } = require('@atproto/dev-env')

async function main(plcPort, pdsPort) {
  const plc = await TestPlc.create({ port: plcPort })
  const pds = await TestPds.create({ port: pdsPort, didPlcUrl: plc.url, hostname: 'localhost' })

  const stop = async () => {
    await pds.close()
    await plc.close()
    process.exit(0)
  }
  process.once('SIGTERM', stop)
  process.stdin.once('end', stop).resume()
  console.log('READY')
}

main(...process.argv.slice(2).map(Number)).catch((error) => {
  console.error(error)
  process.exit(1)
})
