package org.joinvoices.platform.principal;

import java.util.UUID;

/** One person who may come to the desk of this house. */
public record AccountId(UUID value) {}
