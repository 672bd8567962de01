// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/security/webauthn.h"

#include "server/security/cose_key.h"
#include "server/security/crypto.h"

#include <QCborMap>
#include <QCborStreamReader>
#include <QCborValue>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace plexi::security::webauthn {

namespace {

// No client's data comes near; what is longer is not worth parsing.
constexpr qsizetype kMaxClientDataSize = 8'192;
constexpr qsizetype kMaxAttestationSize = 65'536;
constexpr qsizetype kHashSize = 32;
constexpr qsizetype kHeadSize = kHashSize + 1 + 4;
constexpr qsizetype kAaguidSize = 16;
constexpr qsizetype kMaxCredentialIdSize = 1'023;

// Section 6.1, and level 3 for the two of backup.
constexpr unsigned kUserPresent = 0x01;
constexpr unsigned kUserVerified = 0x04;
constexpr unsigned kBackupEligible = 0x08;
constexpr unsigned kBackedUp = 0x10;
constexpr unsigned kHasCredential = 0x40;
constexpr unsigned kHasExtensions = 0x80;

std::unexpected<Error> wrong(const QString &reason)
{
    return fail(Error::validation(u"credential"_s, reason));
}

struct AuthenticatorData {
    AuthenticatorFlags flags;
    quint32 signCount = 0;
    QByteArray credentialId;
    QByteArray publicKey;
};

Result<> checkClientData(const RelyingParty &party, const QByteArray &challenge, QLatin1StringView type,
                         const QByteArray &json)
{
    if (json.size() > kMaxClientDataSize)
        return wrong(u"The client data is too long"_s);
    const QJsonObject data = QJsonDocument::fromJson(json).object();
    if (data.value("type"_L1).toString() != type)
        return wrong(u"The client data is of another type"_s);
    if (challenge.isEmpty() || !equalInConstantTime(claimedChallenge(json), challenge))
        return wrong(u"The challenge is another"_s);
    if (data.value("origin"_L1).toString() != party.origin)
        return wrong(u"The origin is another"_s);
    // Nobody frames us: answers that were made in somebody else's page are not ours.
    if (data.value("crossOrigin"_L1).toBool() || data.contains("topOrigin"_L1))
        return wrong(u"The response was made in a page of another origin"_s);
    return {};
}

/** The credential of a registration, after the head; nothing is left over after it. */
Result<> readCredential(AuthenticatorData &data, QByteArray rest, bool hasExtensions)
{
    if (rest.size() < kAaguidSize + 2)
        return wrong(u"The authenticator data is too short"_s);
    const auto size = qsizetype{qFromBigEndian<quint16>(rest.constData() + kAaguidSize)};
    rest = rest.sliced(kAaguidSize + 2);
    if (size == 0 || size > kMaxCredentialIdSize || rest.size() < size)
        return wrong(u"The credential's id has a wrong size"_s);
    data.credentialId = rest.first(size);
    rest = rest.sliced(size);
    const auto key = CoseKey::read(rest);
    if (!key)
        return wrong(u"The public key must be one of ES256, RS256 or EdDSA"_s);
    data.publicKey = rest.first(key->size);
    if ((rest.size() > key->size) != hasExtensions)
        return wrong(u"The authenticator data has a wrong size"_s);
    return {};
}

Result<AuthenticatorData> readAuthenticatorData(const RelyingParty &party, const QByteArray &bytes, bool hasCredential)
{
    if (bytes.size() < kHeadSize)
        return wrong(u"The authenticator data is too short"_s);
    if (!equalInConstantTime(bytes.first(kHashSize), sha256(party.id.toUtf8())))
        return wrong(u"The authenticator data is for another server"_s);
    const auto flags = static_cast<unsigned char>(bytes[kHashSize]);
    if (!(flags & kUserPresent))
        return wrong(u"Nobody was present"_s);
    if ((flags & kBackedUp) && !(flags & kBackupEligible))
        return wrong(u"The flags contradict each other"_s);
    if (bool(flags & kHasCredential) != hasCredential)
        return wrong(u"The authenticator data is of another kind"_s);
    AuthenticatorData data{
        .flags = {.isUserVerified = (flags & kUserVerified) != 0, .isBackedUp = (flags & kBackedUp) != 0},
        .signCount = qFromBigEndian<quint32>(bytes.constData() + kHashSize + 1),
        .credentialId = {},
        .publicKey = {}};
    const bool hasExtensions = (flags & kHasExtensions) != 0;
    if (hasCredential) {
        if (const auto read = readCredential(data, bytes.sliced(kHeadSize), hasExtensions); !read)
            return fail(read.error());
    } else if ((bytes.size() > kHeadSize) != hasExtensions) {
        return wrong(u"The authenticator data has a wrong size"_s);
    }
    return data;
}

/** The map of an attestation object; nothing where it is no whole, well-formed one. */
std::optional<QCborMap> readAttestation(const QByteArray &bytes)
{
    if (bytes.size() > kMaxAttestationSize)
        return std::nullopt;
    QCborStreamReader reader(bytes);
    const QCborValue value = QCborValue::fromCbor(reader);
    if (reader.lastError() != QCborError::NoError || reader.currentOffset() != bytes.size() || !value.isMap()
        || value.toMap().size() != 3)
        return std::nullopt;
    return value.toMap();
}

/** Sections 8.7 and, for self-attestation, 8.2. */
Result<> checkAttestation(const QString &format, const QCborMap &statement, const QByteArray &publicKey,
                          const QByteArray &signedData)
{
    if (format == "none"_L1 && statement.isEmpty())
        return {};
    const auto key = CoseKey::read(publicKey);
    if (format == "packed"_L1 && !statement.contains("x5c"_L1) && key
        && key->key.verifies(statement.value("sig"_L1).toByteArray(), signedData))
        return {};
    return wrong(u"The attestation must be none"_s);
}

} // namespace

QByteArray claimedChallenge(const QByteArray &clientDataJson)
{
    if (clientDataJson.size() > kMaxClientDataSize)
        return {};
    const QJsonObject data = QJsonDocument::fromJson(clientDataJson).object();
    return fromBase64Url(data.value("challenge"_L1).toString().toUtf8()).value_or(QByteArray());
}

Result<Registration> verifyRegistration(const RelyingParty &party, const QByteArray &challenge,
                                        const RegistrationResponse &response)
{
    if (const auto checked = checkClientData(party, challenge, "webauthn.create"_L1, response.clientDataJson); !checked)
        return fail(checked.error());
    const auto attestation = readAttestation(response.attestationObject);
    if (!attestation)
        return wrong(u"The attestation object is no CBOR map of three"_s);
    const QByteArray bytes = attestation->value("authData"_L1).toByteArray();
    const auto data = readAuthenticatorData(party, bytes, true);
    if (!data)
        return fail(data.error());
    const QCborValue statement = attestation->value("attStmt"_L1);
    if (!statement.isMap())
        return wrong(u"The attestation must be none"_s);
    if (const auto attested = checkAttestation(attestation->value("fmt"_L1).toString(), statement.toMap(),
                                               data->publicKey, bytes + sha256(response.clientDataJson));
        !attested)
        return fail(attested.error());
    return Registration{.credentialId = data->credentialId,
                        .publicKey = data->publicKey,
                        .signCount = data->signCount,
                        .flags = data->flags};
}

Result<Assertion> verifyAssertion(const RelyingParty &party, const QByteArray &challenge, const QByteArray &publicKey,
                                  const AssertionResponse &response)
{
    if (const auto checked = checkClientData(party, challenge, "webauthn.get"_L1, response.clientDataJson); !checked)
        return fail(checked.error());
    const auto data = readAuthenticatorData(party, response.authenticatorData, false);
    if (!data)
        return fail(data.error());
    const auto key = CoseKey::read(publicKey);
    if (!key || !key->key.verifies(response.signature, response.authenticatorData + sha256(response.clientDataJson)))
        return wrong(u"The signature is wrong"_s);
    return Assertion{.signCount = data->signCount, .flags = data->flags};
}

} // namespace plexi::security::webauthn
