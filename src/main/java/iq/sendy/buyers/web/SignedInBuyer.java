package iq.sendy.buyers.web;

import iq.sendy.buyers.BuyerAccount;

/** Buyer who is signed in by the access token of a request. */
record SignedInBuyer(BuyerAccount account) {}
