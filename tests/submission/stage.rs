//! A submission with a driver that is told what comes of each call.

use std::sync::Arc;

use batch_pool_planner::analysis::analyse;
use batch_pool_planner::arm::submission::{Found, State, Want, Way};
use batch_pool_planner::arm::{Answer, Call, Failure, Method, Outcome, PutPool, Submission};
use batch_pool_planner::model::{CalendarDate, Moment, Node, Plan};

pub const START: Moment = Moment(1_795_000_000_000);
pub const TAG: &str = "W/\"0x1\"";
pub const OTHER_TAG: &str = "W/\"0x2\"";
pub const SECRET: &str = "hunter2-Secret";

pub const PLAN: &str = r#"{
  "target": { "subscriptionId": "12345678-1234-1234-1234-123456789012", "resourceGroup": "rg", "accountName": "acct",
    "region": "westeurope", "poolName": "render", "apiVersion": "2025-06-01" },
  "pool": { "properties": {
    "vmSize": "Standard_D4s_v3",
    "deploymentConfiguration": { "virtualMachineConfiguration": {
      "imageReference": { "publisher": "canonical", "offer": "ubuntu-24_04-lts", "sku": "server", "version": "latest" },
      "nodeAgentSkuId": "batch.node.ubuntu 24.04" } },
    "userAccounts": [ { "name": "worker", "password": "hunter2-Secret" } ],
    "scaleSettings": { "fixedScale": { "targetDedicatedNodes": 10, "resizeTimeout": "PT30M", "nodeDeallocationOption": "Requeue" } }
  } }
}"#;

pub fn request(plan: &str) -> Arc<PutPool> {
    let analysis = analyse(plan, CalendarDate::new(2026, 11, 22));
    let root = analysis.root.expect("a plan that can be read");
    Arc::new(PutPool::of(&Plan::read(&root)).expect("a pool"))
}

pub fn answer(status: u16, headers: &[(&str, &str)], body: &str) -> Outcome {
    let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    Outcome::of(Ok(Answer {
        status,
        headers: headers.iter().map(owned).collect(),
        body: body.to_owned(),
    }))
}

pub fn refused(status: u16, code: &str) -> Outcome {
    let body = format!(r#"{{"error":{{"code":"{code}","message":"m","details":[{{"code":"d","target":"t"}}]}}}}"#);
    answer(status, &[], &body)
}

pub fn no_pool() -> Outcome {
    refused(404, "PoolNotFound")
}

/// A pool of the plan as the service gives it.
#[derive(Clone, Debug)]
pub struct Pool {
    pub etag: &'static str,
    pub allocation: &'static str,
    pub provisioning: &'static str,
    pub dedicated: i64,
    pub target: i64,
    pub started: Moment,
    pub time_out: &'static str,
    pub vm_size: &'static str,
    pub errors: &'static [&'static str],
    pub more: &'static str,
}

impl Default for Pool {
    fn default() -> Pool {
        Pool {
            etag: TAG,
            allocation: "Resizing",
            provisioning: "Succeeded",
            dedicated: 0,
            target: 10,
            started: START,
            time_out: "PT30M",
            vm_size: "STANDARD_D4S_V3",
            errors: &[],
            more: "",
        }
    }
}

impl Pool {
    pub fn steady(dedicated: i64) -> Pool {
        Pool {
            allocation: "Steady",
            dedicated,
            ..Pool::default()
        }
    }

    pub fn json(&self) -> String {
        let errors: Vec<String> = self
            .errors
            .iter()
            .map(|code| format!(r#"{{"code":"{code}","message":"m"}}"#))
            .collect();
        let Pool {
            etag,
            allocation,
            provisioning,
            dedicated,
            target,
            started,
            time_out,
            vm_size,
            more,
            ..
        } = self;
        format!(
            r#"{{"name":"render","etag":{etag:?},"properties":{{"provisioningState":"{provisioning}",
            "allocationState":"{allocation}","vmSize":"{vm_size}","currentDedicatedNodes":{dedicated},
            "currentLowPriorityNodes":0,"taskSlotsPerNode":1,
            "deploymentConfiguration":{{"virtualMachineConfiguration":{{"imageReference":{{"publisher":"canonical",
            "offer":"ubuntu-24_04-lts","sku":"server","version":"latest"}},"nodeAgentSkuId":"batch.node.ubuntu 24.04"}}}},
            "userAccounts":[{{"name":"worker","elevationLevel":"NonAdmin"}}],{more}
            "scaleSettings":{{"fixedScale":{{"targetDedicatedNodes":{target},"targetLowPriorityNodes":0,"resizeTimeout":"{time_out}"}}}},
            "resizeOperationStatus":{{"targetDedicatedNodes":{target},"targetLowPriorityNodes":0,"resizeTimeout":"{time_out}",
            "startTime":"{started}","errors":[{}]}}}}}}"#,
            errors.join(",")
        )
    }

    pub fn read(&self) -> Outcome {
        answer(200, &[("ETag", self.etag)], &self.json())
    }
}

/// A submission and what it sent.
pub struct Stage {
    pub submission: Submission,
    pub now: Moment,
    pub sent: Vec<Call>,
}

impl Stage {
    pub fn new(plan: &str) -> Stage {
        Stage::of(Submission::new(request(plan)).expect("a whole target"))
    }

    pub fn of(submission: Submission) -> Stage {
        Stage {
            submission,
            now: START,
            sent: Vec::new(),
        }
    }

    /// Up to the plan of the call, with what exists.
    pub fn planned(found: Outcome) -> Stage {
        let mut stage = Stage::new(PLAN);
        stage.hear(found);
        assert!(matches!(stage.state(), State::Planned(_)));
        stage
    }

    /// Up to the call that creates the pool.
    pub fn creating() -> Stage {
        let mut stage = Stage::planned(no_pool());
        stage.submission.confirm(Way::Create, "").expect("a creation");
        stage
    }

    /// Up to the allocation of a pool that was created.
    pub fn watching() -> Stage {
        let mut stage = Stage::creating();
        stage.hear(Pool::default().read());
        assert_eq!(*stage.state(), State::Watching);
        stage
    }

    pub fn state(&self) -> &State {
        self.submission.state()
    }

    /// Lets time pass until a call is wanted, and gives it.
    pub fn wanted(&mut self) -> Call {
        for _ in 0..10 {
            match self.submission.want(self.now) {
                Want::Outcome(call) => return call,
                Want::Time(at) => {
                    assert!(at > self.now);
                    self.now = at;
                }
                Want::Nothing => break,
            }
        }
        panic!("no call is wanted in {:?}", self.state());
    }

    /// Sends the call that is wanted, which comes out so.
    pub fn hear(&mut self, outcome: Outcome) -> Method {
        let call = self.wanted();
        let method = call.method;
        self.sent.push(call);
        self.now = self.now.after(100);
        self.submission.heard(outcome, self.now, 0.5);
        method
    }

    pub fn count(&self, method: Method) -> usize {
        self.sent.iter().filter(|call| call.method == method).count()
    }

    pub fn rests(&self) -> bool {
        self.submission.want(self.now) == Want::Nothing
    }
}

/// What may come of any call that says nothing about whether it was carried out.
pub fn ambiguous() -> Vec<Outcome> {
    vec![
        Outcome::Failed(Failure::Unreachable),
        Outcome::Failed(Failure::Cut),
        Outcome::Failed(Failure::TimedOut(30_000)),
        Outcome::Failed(Failure::TooLong),
        refused(500, "InternalServerError"),
        answer(502, &[], "<html>Bad gateway</html>"),
        answer(503, &[("Retry-After", "2")], "{}"),
        answer(504, &[], ""),
        answer(200, &[], "<!doctype html><title>Sign in</title>"),
        answer(200, &[], r#"{"properties": {"#),
        answer(200, &[("Content-Type", "text/plain")], "hello"),
        answer(200, &[], ""),
        answer(200, &[], "{}"),
    ]
}

pub fn found(state: &State) -> Option<&Node> {
    match state {
        State::Planned(Found::Pool(pool)) => Some(&pool.body),
        _ => None,
    }
}
