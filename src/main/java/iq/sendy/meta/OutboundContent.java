package iq.sendy.meta;

/** Content of a message that we send. */
public sealed interface OutboundContent permits OutboundText, OutboundMedia, OutboundButtons, ContactRequest {}
