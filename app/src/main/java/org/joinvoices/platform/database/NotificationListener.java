package org.joinvoices.platform.database;

/**
 * Somebody who wants to know of PostgreSQL's NOTIFY. Declare one as a Spring bean.
 *
 * @param channel name of the channel, a plain SQL identifier
 * @param told run after each notification and after each new connection; reads anew what it keeps
 */
public record NotificationListener(String channel, Runnable told) {}
