package iq.sendy.platform.body;

import iq.sendy.platform.api.Violations;

/** A body with rules that hold for several of its fields together. Faulty and absent fields are null when it is asked. */
public interface CrossFieldRules {

    void check(Violations violations);
}
