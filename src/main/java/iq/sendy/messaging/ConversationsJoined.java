package iq.sendy.messaging;

import iq.sendy.kernel.StoreId;
import java.util.UUID;

/**
 * Two contacts turned out to be one, and so did their conversations; published inside the transaction that joins them and has
 * both, for whoever keeps something of the one that goes.
 *
 * @param kept the conversation that has all messages from now on
 * @param contact whose it is
 * @param gone the one that is no more
 * @param offset by how much the places of the messages that it had are higher now
 */
public record ConversationsJoined(StoreId store, UUID kept, UUID contact, UUID gone, long offset) {}
