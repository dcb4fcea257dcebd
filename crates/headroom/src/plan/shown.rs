//! Which settings mean something on a side as it stands.

use super::{FieldId, Side};
use crate::part::Basis;
use crate::part::exports::Reading;
use crate::part::logs::Sink;
use crate::part::stack::Stack;
use crate::part::uploads::Handling;
use crate::part::workers::{CountFrom, WorkerClass};

/// Whether a setting has an effect on this side, on its figures or on what it exports.
#[expect(clippy::too_many_lines, reason = "a table of settings")]
pub fn shown(id: FieldId, side: &Side) -> bool {
    let modelled = |basis: Basis| matches!(basis, Basis::Workload);
    let workers = &side.workers;
    match id {
        FieldId::WorkersMeasured => !modelled(workers.basis),
        FieldId::PrivateMemory => modelled(workers.basis) && matches!(workers.stack, Stack::Own),
        FieldId::Stack | FieldId::SharedMemory | FieldId::ArbiterMemory | FieldId::Growth => {
            modelled(workers.basis)
        }
        FieldId::Workers => matches!(workers.count_from, CountFrom::Number),
        FieldId::HostCpus => matches!(workers.count_from, CountFrom::Cpus),
        FieldId::Threads => matches!(workers.class, WorkerClass::Gthread),
        FieldId::UnderWay => {
            modelled(workers.basis) && matches!(workers.class, WorkerClass::Gevent)
        }
        FieldId::WorkerConnections => matches!(workers.class, WorkerClass::Gevent),
        FieldId::Jitter => workers.max_requests > 0,
        // Where a setting comes from is told beside it.
        FieldId::CountMeasured
        | FieldId::PrivateMeasured
        | FieldId::SharedMeasured
        | FieldId::ArbiterMeasured => false,

        FieldId::ExportsMeasured | FieldId::ExportsMeasuredPeak => !modelled(side.exports.basis),
        FieldId::ExportRows
        | FieldId::ExportColumns
        | FieldId::ExportsAtOnce
        | FieldId::ExportsADay => modelled(side.exports.basis),
        FieldId::ExportChunk => matches!(side.exports.reading, Reading::Iterator),

        FieldId::UploadsMeasured | FieldId::UploadsMeasuredPeak => !modelled(side.uploads.basis),
        FieldId::UploadSize | FieldId::UploadsAtOnce | FieldId::UploadsADay => {
            modelled(side.uploads.basis)
        }
        FieldId::UploadCopies => matches!(side.uploads.handling, Handling::Read),

        FieldId::LogsMeasured | FieldId::LogsMeasuredPeak => !modelled(side.logs.basis),
        FieldId::LogSize | FieldId::LogHandlers | FieldId::LogLines => {
            modelled(side.logs.basis) && matches!(side.logs.sink, Sink::File)
        }

        FieldId::PoolingMeasured | FieldId::PoolingMeasuredPeak => !modelled(side.pooling.basis),
        FieldId::ConnMaxAge => !side.pooling.pool,
        FieldId::HealthChecks => !side.pooling.pool && side.pooling.conn_max_age > 0,
        FieldId::PoolMax => side.pooling.pool,

        FieldId::QueriesMeasured | FieldId::QueriesMeasuredPeak => !modelled(side.queries.basis),
        FieldId::ListRows | FieldId::QueriesPerRequest => modelled(side.queries.basis),

        FieldId::Tier
        | FieldId::Limit
        | FieldId::Month
        | FieldId::Observed
        | FieldId::UsageLimit
        | FieldId::Subscription
        | FieldId::Included
        | FieldId::MemoryLimit
        | FieldId::MemoryPrice
        | FieldId::VcpuPrice
        | FieldId::EgressPrice
        | FieldId::VolumePrice
        | FieldId::WorkersBasis
        | FieldId::CountFrom
        | FieldId::CountSet
        | FieldId::WorkerClass
        | FieldId::Preload
        | FieldId::Allocator
        | FieldId::MaxRequests
        | FieldId::Requests
        | FieldId::ExportsBasis
        | FieldId::ExportReading
        | FieldId::ExportFormat
        | FieldId::UploadsBasis
        | FieldId::UploadHandling
        | FieldId::UploadTemp
        | FieldId::LogsBasis
        | FieldId::LogSink
        | FieldId::PoolingBasis
        | FieldId::Pool
        | FieldId::PgBouncer
        | FieldId::MaxConnections
        | FieldId::QueriesBasis
        | FieldId::Related
        | FieldId::Debug
        | FieldId::Replicas
        | FieldId::Deploys
        | FieldId::Overlap
        | FieldId::Vcpu
        | FieldId::Egress
        | FieldId::Volume => true,
    }
}
