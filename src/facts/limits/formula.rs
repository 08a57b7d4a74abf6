//! Documented figures and names of autoscale formulas. Names stand in one text each, separated by blanks.

use crate::facts::{Citation, Limit, pages};

/// Bytes of an autoscale formula: 8 KB, counted in UTF-8.
pub static FORMULA_BYTES: Limit<i64> = Limit {
    value: 8 * 1024,
    from: pages::AUTOSCALE.says(
        "A formula has at most 8 KB (revision of 2019).",
        "Une formule fait au plus 8 Ko (révision de 2019).",
        "Una formula ha al massimo 8 KB (revisione del 2019).",
    ),
};

/// Statements of an autoscale formula.
pub static FORMULA_STATEMENTS: Limit<i64> = Limit {
    value: 100,
    from: pages::AUTOSCALE.says(
        "A formula has at most 100 statements, separated by semicolons (revision of 2019).",
        "Une formule compte au plus 100 instructions, séparées par des points-virgules (révision de 2019).",
        "Una formula ha al massimo 100 istruzioni, separate da punti e virgola (revisione del 2019).",
    ),
};

/// That a formula is checked, and when.
pub static FORMULA_CHECKED: Citation = pages::CONTRACT.says(
    "A formula is required for automatic scaling and is checked before the pool is created.",
    "Une formule est requise pour la mise à l’échelle automatique et vérifiée avant la création du pool.",
    "Per la scalabilità automatica serve una formula, controllata prima della creazione del pool.",
);

/// The service’s variables that a formula sets.
pub static FORMULA_TARGETS: Limit<&str> = Limit {
    value: "$TargetDedicatedNodes $TargetLowPriorityNodes $NodeDeallocationOption $TargetDedicated $TargetLowPriority",
    from: pages::AUTOSCALE.says(
        "A formula gets and sets `$TargetDedicatedNodes`, `$TargetLowPriorityNodes` (or their aliases) and \
         `$NodeDeallocationOption`.",
        "Une formule lit et définit `$TargetDedicatedNodes`, `$TargetLowPriorityNodes` (ou leurs alias) et \
         `$NodeDeallocationOption`.",
        "Una formula legge e imposta `$TargetDedicatedNodes`, `$TargetLowPriorityNodes` (o i rispettivi alias) e \
         `$NodeDeallocationOption`.",
    ),
};

/// The service’s variables that a formula only reads. `$TaskSlotsPerNode` and `$UsableNodeCount` are newer than the
/// revision read, `$CurrentDedicated` and `$CurrentLowPriority` are names of old.
pub static FORMULA_READ_ONLY: Limit<&str> = Limit {
    value: "$CPUPercent $WallClockSeconds $MemoryBytes $DiskBytes $DiskReadBytes $DiskWriteBytes $DiskReadOps \
            $DiskWriteOps $NetworkInBytes $NetworkOutBytes $SampleNodeCount $ActiveTasks $RunningTasks $PendingTasks \
            $SucceededTasks $FailedTasks $TaskSlotsPerNode $CurrentDedicatedNodes $CurrentLowPriorityNodes \
            $PreemptedNodeCount $UsableNodeCount $CurrentDedicated $CurrentLowPriority",
    from: pages::AUTOSCALE.says(
        "Metrics such as `$ActiveTasks` and `$CurrentDedicatedNodes` are read-only variables of the service.",
        "Les métriques telles que `$ActiveTasks` et `$CurrentDedicatedNodes` sont des variables du service en lecture \
         seule.",
        "Le metriche come `$ActiveTasks` e `$CurrentDedicatedNodes` sono variabili del servizio di sola lettura.",
    ),
};

/// The constants of a span of time.
pub static FORMULA_CONSTANTS: &str = "TimeInterval_Zero TimeInterval_100ns TimeInterval_Microsecond \
                                      TimeInterval_Millisecond TimeInterval_Second TimeInterval_Minute \
                                      TimeInterval_Hour TimeInterval_Day TimeInterval_Week TimeInterval_Year";

/// Functions.
pub static FORMULA_FUNCTIONS: Limit<&str> = Limit {
    value: "avg len lg ln log max min norm percentile rand range std stop sum time val",
    from: pages::AUTOSCALE.says(
        "The page lists the functions, the methods of samples, the constants and the members of a time stamp, each in one \
         letter case, and the arguments they take.",
        "La page énumère les fonctions, les méthodes des échantillons, les constantes et les membres d’un horodatage, \
         chacun dans une seule casse, ainsi que leurs arguments.",
        "La pagina elenca le funzioni, i metodi dei campioni, le costanti e i membri di un timestamp, ciascuno con \
         un’unica combinazione di maiuscole e minuscole, e i loro argomenti.",
    ),
};

/// Functions and words that formulas in use have and the revision read does not list: accepted, never proposed.
pub static FORMULA_UNLISTED: &str = "ceil floor round vec true false null";

/// Methods of the samples of a metric.
pub static FORMULA_METHODS: &str = "GetSample GetSamplePeriod Count HistoryBeginTime GetSamplePercent";

/// Members of a time stamp.
pub static FORMULA_TIME_PARTS: &str = "year month day weekday hour minute second";

/// How many arguments those take whose number the page gives, at least and at most.
pub static FORMULA_ARGUMENTS: &[(&str, usize, usize)] = &[
    ("percentile", 2, 2),
    ("val", 2, 2),
    ("rand", 0, 0),
    ("stop", 0, 0),
    ("time", 0, 1),
    ("GetSample", 1, 3),
    ("GetSamplePercent", 1, 2),
];

/// What can happen to the tasks of nodes that leave.
pub static FORMULA_DEALLOCATION: Limit<&str> = Limit {
    value: "requeue terminate taskcompletion retaineddata",
    from: pages::AUTOSCALE.says(
        "`$NodeDeallocationOption` is `requeue` (the default), `terminate`, `taskcompletion` or `retaineddata`.",
        "`$NodeDeallocationOption` vaut `requeue` (par défaut), `terminate`, `taskcompletion` ou `retaineddata`.",
        "`$NodeDeallocationOption` vale `requeue` (predefinito), `terminate`, `taskcompletion` o `retaineddata`.",
    ),
};
