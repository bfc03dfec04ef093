/**
 * Carries confirmed signatures to congressional offices and the petition book to the addressees,
 * and remembers what became of each one.
 *
 * <p>A row in {@code delivery} is one signature for one seat, on one lane ({@link
 * org.joinvoices.delivery.Route}). Start reading at {@code DeliveryPlanner}, which makes rows of
 * events and chooses the lane ({@code ChannelChoice}); then {@code DeliveryWorker} with {@code
 * Posting}, which sends what leaves by itself ({@code CwcLane}, {@code MailLane}), each message
 * marked before it is posted and settled with an appended attempt after it. What people carry:
 * {@link org.joinvoices.delivery.Packets} on paper, {@code HandOffs} by the signer.
 *
 * <p>Who looks at it: {@link org.joinvoices.delivery.Deliveries} for a receipt, {@link
 * org.joinvoices.delivery.Queue} and {@link org.joinvoices.delivery.QueueActs} for organizers,
 * {@link org.joinvoices.delivery.Pauses} and {@link org.joinvoices.delivery.Forecasts} for pace,
 * {@code Notices} for what signers are told. Books: {@link org.joinvoices.delivery.PetitionBooks}
 * makes them, {@link org.joinvoices.delivery.BookWork} says who must get them by when, {@link
 * org.joinvoices.delivery.HandOvers} keeps the proof that they did.
 *
 * <p>Personal data: composed messages live in memory while they are sent or printed; only a keyed
 * hash is kept. Who handed something over, and the proof of it, are sealed under the letter's key.
 * Never in logs or exception messages.
 */
@NullMarked
package org.joinvoices.delivery;

import org.jspecify.annotations.NullMarked;
