// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/audit_service.h"

#include "server/security/crypto.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace plexi::services {

namespace audit = store::audit;
using security::KeyRing;

namespace {

// A log that was tampered with may have a finding for each row; nobody reads past the first.
constexpr qsizetype kMaxFindings = 20;

/** Each part with its length, so that no two rows have the same bytes. */
QByteArray joined(std::initializer_list<QByteArray> parts)
{
    QByteArray bytes;
    for (const QByteArray &part : parts)
        bytes += QByteArray::number(part.size()) + ':' + part;
    return bytes;
}

QByteArray sealOf(const KeyRing &keys, const audit::Row &row, const QByteArray &sealBefore)
{
    const QByteArray actor = row.actor ? QByteArray::number(row.actor->value()) : QByteArray();
    return security::hmacSha256(keys.key(row.keyId, security::KeyPurpose::Audit),
                                joined({"entry", sealBefore, QByteArray::number(row.number), actor, row.action.toUtf8(),
                                        row.target.kind.toUtf8(), QByteArray::number(row.target.id),
                                        row.detail.toUtf8(), QByteArray::number(row.createdAt.ms)}));
}

QByteArray sealOf(const KeyRing &keys, const audit::Head &head)
{
    return security::hmacSha256(keys.key(head.keyId, security::KeyPurpose::Audit),
                                joined({"head", QByteArray::number(head.number), head.lastSeal}));
}

bool knows(const KeyRing &keys, const QByteArray &keyId)
{
    return !keys.key(keyId, security::KeyPurpose::Audit).isEmpty();
}

/** Follows the chain from row to row. */
class Inspection
{
public:
    explicit Inspection(const KeyRing &keys) : m_keys(keys) { }

    void visit(const audit::Row &row)
    {
        if (row.number != m_number + 1)
            find(u"audit_%1: it is missing"_s.arg(m_number + 1));
        else if (!knows(m_keys, row.keyId))
            find(u"audit_%1: its key is not in secret.key"_s.arg(row.number));
        else if (!security::equalInConstantTime(row.seal, sealOf(m_keys, row, m_seal)))
            find(u"audit_%1: it was changed, or what stood before it"_s.arg(row.number));
        m_number = row.number;
        // The stored one: so that one change is one finding.
        m_seal = row.seal;
    }

    void end(const audit::Head &head)
    {
        const bool isEmpty = head.number == 0 && m_number == 0;
        if (head.number != m_number || !security::equalInConstantTime(head.lastSeal, m_seal))
            find(u"audit log: it ends with audit_%1, and should with audit_%2"_s.arg(m_number).arg(head.number));
        else if (!isEmpty
                 && (!knows(m_keys, head.keyId) || !security::equalInConstantTime(head.seal, sealOf(m_keys, head))))
            find(u"audit log: its end was not sealed by this server"_s);
    }

    const QStringList &findings() const { return m_findings; }

private:
    void find(const QString &finding)
    {
        if (m_findings.size() < kMaxFindings)
            m_findings.append(finding);
        else if (m_findings.size() == kMaxFindings)
            m_findings.append(u"audit log: … and more of the same"_s);
    }

    const KeyRing &m_keys;
    qint64 m_number = 0;
    QByteArray m_seal;
    QStringList m_findings;
};

Result<QStringList> inspect(store::Connection &connection, const Result<KeyRing> &keys)
{
    const auto head = audit::head(connection);
    if (!head)
        return fail(head.error());
    if (!keys)
        return head->number == 0 ? QStringList() : QStringList{u"audit log: "_s + keys.error().message};
    Inspection inspection(*keys);
    const auto walked = audit::walk(connection, [&](const audit::Row &row) { inspection.visit(row); });
    if (!walked)
        return fail(walked.error());
    inspection.end(*head);
    return inspection.findings();
}

protocol::AuditEntry shown(const audit::Listed &listed)
{
    const audit::Row &row = listed.row;
    protocol::AuditEntry entry{.id = AuditId(row.number),
                               .action = row.action,
                               .actor = row.actor,
                               .actorName = listed.particulars.actorName,
                               .targetName = listed.particulars.targetName,
                               .detail = row.detail,
                               .address = listed.particulars.address,
                               .createdAt = row.createdAt};
    if (!row.target.kind.isEmpty()) {
        entry.targetType = row.target.kind;
        entry.targetId = u"%1_%2"_s.arg(row.target.kind).arg(row.target.id);
    }
    return entry;
}

/** "user_5" as {"user", 5}; nothing for what is no id. */
std::optional<audit::Target> targetOf(const QString &id)
{
    const qsizetype mark = id.lastIndexOf(u'_');
    bool isNumber = false;
    const qint64 number = mark > 0 ? id.sliced(mark + 1).toLongLong(&isNumber) : 0;
    return isNumber && number > 0 ? std::optional(audit::Target{id.first(mark), number}) : std::nullopt;
}

} // namespace

AuditService::AuditService(store::Database &database, KeyRing keys, std::function<Timestamp()> clock)
    : m_database(database), m_keys(std::move(keys)), m_clock(std::move(clock))
{
}

Result<> AuditService::record(store::WriteTransaction &transaction, const AuditOrigin &origin, QLatin1StringView action,
                              const audit::Target &target, const QString &detail) const
{
    store::Connection &connection = transaction.connection();
    const auto before = audit::head(connection);
    if (!before)
        return fail(before.error());
    audit::Row row{.number = before->number + 1,
                   .actor = origin.actor,
                   .action = action,
                   .target = target,
                   .detail = detail,
                   .createdAt = m_clock(),
                   .keyId = m_keys.signingKeyId(),
                   .seal = {}};
    row.seal = sealOf(m_keys, row, before->lastSeal);
    audit::Head head{.number = row.number, .keyId = row.keyId, .lastSeal = row.seal, .seal = {}};
    head.seal = sealOf(m_keys, head);
    return audit::append(connection, row, head, origin.address.toString());
}

Result<protocol::AuditPage> AuditService::list(const protocol::AuditQuery &query) const
{
    audit::Filter filter{.actor = query.actor, .action = query.action, .target = std::nullopt};
    if (query.target) {
        filter.target = targetOf(*query.target);
        if (!filter.target)
            return fail(Error::validation(u"target"_s, u"Not a valid id"_s));
    }
    const qint64 before = query.before ? query.before->value() : std::numeric_limits<qint64>::max();
    // One more than asked for tells whether there are more.
    const auto found = audit::list(m_database.reader(), filter, before, query.limit + 1);
    if (!found)
        return fail(found.error());
    protocol::AuditPage page;
    page.hasMore = found->size() > query.limit;
    for (const audit::Listed &entry : found->first(std::min<qsizetype>(found->size(), query.limit)))
        page.entries.append(shown(entry));
    return page;
}

Result<QStringList> AuditService::check(store::Connection &connection, const Result<KeyRing> &keys)
{
    // One snapshot: a running server adds rows meanwhile.
    if (const auto begun = connection.execute("BEGIN"); !begun)
        return fail(begun.error());
    auto findings = inspect(connection, keys);
    (void)connection.execute("ROLLBACK");
    return findings;
}

} // namespace plexi::services
