package org.joinvoices.platform.mail;

import java.util.UUID;

/**
 * A claimed row of table {@code mail}.
 *
 * @param attempts this one included
 */
record QueuedMail(UUID id, String kind, UUID scope, UUID subject, int attempts) {}
