package wrong.shop;

import iq.sendy.jobs.JobHandler;

abstract class WorksAtTheDoor implements JobHandler<String, String> {}
