// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"

#include <QByteArray>
#include <QString>

/**
 * The relying party's half of Web Authentication, level 2 (https://www.w3.org/TR/webauthn-2/), sections 7.1 and 7.2,
 * without what needs a store: whether a response is what an authenticator made for us, for this challenge. Everything
 * in a response is somebody's input. Errors are ValidationError and name what is wrong; pure functions.
 */
namespace plexi::security::webauthn {

struct RelyingParty {
    /** A domain, "chat.example.com". */
    QString id;
    /** "https://chat.example.com" */
    QString origin;
};

/** What an authenticator said of itself and of the person before it. */
struct AuthenticatorFlags {
    /** The person proved to it who they are, by a fingerprint or a PIN. */
    bool isUserVerified = false;
    /** The key may be on several devices, and is. */
    bool isBackedUp = false;
};

struct Registration {
    QByteArray credentialId;
    /** COSE_Key, to be stored. */
    QByteArray publicKey;
    quint32 signCount = 0;
    AuthenticatorFlags flags;
};

struct RegistrationResponse {
    QByteArray clientDataJson;
    QByteArray attestationObject;
};

/** Accepts attestation "none" and self-attestation; we ask nobody which device they use. */
Result<Registration> verifyRegistration(const RelyingParty &party, const QByteArray &challenge,
                                        const RegistrationResponse &response);

struct AssertionResponse {
    QByteArray clientDataJson;
    QByteArray authenticatorData;
    QByteArray signature;
};

struct Assertion {
    quint32 signCount = 0;
    AuthenticatorFlags flags;
};

/** @p publicKey is a stored one. */
Result<Assertion> verifyAssertion(const RelyingParty &party, const QByteArray &challenge, const QByteArray &publicKey,
                                  const AssertionResponse &response);

/** The challenge that a response claims to answer; empty where it cannot be read. Proves nothing. */
QByteArray claimedChallenge(const QByteArray &clientDataJson);

} // namespace plexi::security::webauthn
