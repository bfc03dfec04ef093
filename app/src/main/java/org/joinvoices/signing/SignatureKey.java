package org.joinvoices.signing;

import org.joinvoices.action.ActionId;

/**
 * A signature with the action it belongs to: what crosses between capabilities instead of people.
 */
public record SignatureKey(ActionId action, SignatureId signature) {}
