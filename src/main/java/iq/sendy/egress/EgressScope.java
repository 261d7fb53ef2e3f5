package iq.sendy.egress;

/**
 * Egress policy of one request. How far a request may go: plain http and privileged ports stay inside the networks that
 * the operator opened.
 */
enum EgressScope {
    PUBLIC,
    OPENED_ONLY
}
