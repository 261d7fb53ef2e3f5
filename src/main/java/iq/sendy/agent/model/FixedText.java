package iq.sendy.agent.model;

/** Text that is never generated; in braces stands what is put in. */
public enum FixedText {
    /** A person will answer. */
    HAND_OFF,
    /** The shop is closed now. */
    CLOSED,
    /** Something went wrong on our side; a person will answer. */
    ERROR,
    /** The question is none of the shop. */
    OFF_TOPIC,
    /** The quote, above its buttons: {@code {items} {delivery} {total} {name} {address} {phone}}. */
    QUOTE,
    /** A line of it: {@code {quantity} {item} {amount}}. */
    QUOTE_LINE,
    /** The fee of the delivery in it where there is one: {@code {amount}}. */
    DELIVERY_FEE,
    /** Where there is none. */
    DELIVERY_FREE,
    /** What is taken off: {@code {amount}}. */
    DISCOUNT,
    /** An amount with its unit: {@code {amount}}. */
    DINARS,
    DOLLARS,
    /** Buttons, at most 20 characters. */
    CONFIRM,
    CANCEL,
    /** Asks for the number that the order needs. */
    ASK_PHONE,
    /** The quote is past its time, and a new one follows. */
    QUOTE_EXPIRED,
    /** A price has changed, and a new quote follows. */
    PRICE_CHANGED,
    /** What was quoted is gone: {@code {item}}. */
    SOLD_OUT,
    /** The order stands: {@code {number} {total} {link}}. */
    ORDER_MADE,
    /** The customer tapped cancel. */
    QUOTE_CANCELLED
}
