package iq.sendy.platform.body;

import iq.sendy.platform.api.Problems;

/** A body with rules that hold for several of its fields together. Faulty and absent fields are null when it is asked. */
public interface Checked {

    void check(Problems problems);
}
