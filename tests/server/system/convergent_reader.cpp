// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/system/convergent_reader.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plexi::test {

namespace {

/** Reactions sorted: frames tell who reacted, but not in which order they are listed. */
QJsonObject canonical(QJsonObject message)
{
    QMap<QString, QJsonArray> reactions;
    for (const auto &element : message.value("reactions"_L1).toArray()) {
        QStringList people;
        for (const auto &id : element["user_ids"_L1].toArray())
            people.append(id.toString());
        people.sort();
        reactions.insert(element["emoji"_L1].toString(), QJsonArray::fromStringList(people));
    }
    QJsonArray sorted;
    for (const auto &[emoji, people] : reactions.asKeyValueRange())
        sorted.append(QJsonObject{{"emoji"_L1, emoji}, {"count"_L1, people.size()}, {"user_ids"_L1, people}});
    message.insert("reactions"_L1, sorted);
    return message;
}

QJsonObject withReaction(QJsonObject message, const QString &emoji, const QString &user, bool isAdded)
{
    QJsonArray reactions = message.value("reactions"_L1).toArray();
    auto found = std::ranges::find_if(reactions, [&](const auto &r) { return r.toObject()["emoji"_L1] == emoji; });
    QJsonArray people = found == reactions.end() ? QJsonArray() : QJsonValue(*found)["user_ids"_L1].toArray();
    if (isAdded)
        people.append(user);
    else
        people.removeAt(std::ranges::find(people, QJsonValue(user)) - people.begin());
    if (found != reactions.end())
        reactions.erase(found);
    if (!people.isEmpty())
        reactions.append(QJsonObject{{"emoji"_L1, emoji}, {"count"_L1, people.size()}, {"user_ids"_L1, people}});
    message.insert("reactions"_L1, reactions);
    return canonical(message);
}

} // namespace

ConvergentReader::ConvergentReader(const QUrl &server, const QUrl &socket, const QString &token, QStringList channels,
                                   quint32 seed)
    : m_client(server), m_socketUrl(socket), m_token(token), m_channels(std::move(channels)), m_random(seed)
{
    m_client.setAccessToken(token);
    m_ownId = m_client.get(u"/api/v1/users/me"_s).json.value("id"_L1).toString();
}

void ConvergentReader::connectAgain()
{
    m_queue.clear();
    m_socket = std::make_unique<QWebSocket>();
    QObject::connect(m_socket.get(), &QWebSocket::textMessageReceived, m_socket.get(),
                     [this](const QString &text) { m_queue.append(QJsonDocument::fromJson(text.toUtf8()).object()); });
    QNetworkRequest request(m_socketUrl);
    request.setRawHeader("Authorization", "Bearer " + m_token.toLatin1());
    m_socket->open(request);
    if (!QTest::qWaitFor([this] { return m_socket->isValid(); }, 20'000))
        m_faults.append(u"no connection"_s);
    subscribe(m_channels);
}

void ConvergentReader::subscribe(const QStringList &channels)
{
    const QJsonObject frame{{"type"_L1, "subscribe"_L1}, {"channels"_L1, QJsonArray::fromStringList(channels)}};
    m_socket->sendTextMessage(QString::fromUtf8(QJsonDocument(frame).toJson(QJsonDocument::Compact)));
}

void ConvergentReader::read(int milliseconds)
{
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < milliseconds) {
        if (!m_socket)
            connectAgain();
        // A connection lasts for some frames, and is cut with others under way.
        if (m_framesLeft <= 0)
            m_framesLeft = m_random.bounded(20, 400);
        while (m_framesLeft > 0 && clock.elapsed() < milliseconds) {
            (void)QTest::qWaitFor([this] { return !m_queue.isEmpty(); }, 50);
            m_framesLeft -= m_queue.size();
            applyQueued();
        }
        if (m_framesLeft <= 0) {
            m_socket->abort();
            m_socket.reset();
            ++m_disconnects;
        }
    }
}

void ConvergentReader::settle()
{
    if (!m_socket)
        connectAgain();
    // A pong stands behind everything that was published before the ping; what that makes us ask, behind the next one.
    for (int round = 0; round < 3; ++round) {
        const int pongs = m_pongs;
        m_socket->sendTextMessage(u"{\"type\":\"ping\"}"_s);
        const bool came = QTest::qWaitFor(
            [this, pongs] {
                applyQueued();
                return m_pongs > pongs;
            },
            20'000);
        if (!came)
            m_faults.append(u"no pong"_s);
    }
}

void ConvergentReader::applyQueued()
{
    while (!m_queue.isEmpty())
        apply(m_queue.dequeue());
}

void ConvergentReader::apply(const QJsonObject &frame)
{
    const QString type = frame.value("type"_L1).toString();
    const QJsonObject data = frame.value("data"_L1).toObject();
    const QString channel = data.value("channel_id"_L1).toString();
    if (type == "pong"_L1) {
        ++m_pongs;
    } else if (type == "error"_L1) {
        m_faults.append(QString::fromUtf8(QJsonDocument(frame).toJson(QJsonDocument::Compact)));
    } else if (type == "subscribed"_L1) {
        for (const auto &denied : data.value("denied"_L1).toArray())
            m_states.remove(denied.toString());
        for (const auto &subscription : data.value("channels"_L1).toArray()) {
            const QString id = subscription["channel_id"_L1].toString();
            const auto known = m_states.constFind(id);
            if (known == m_states.cend() || known->seq < subscription["seq"_L1].toInteger())
                catchUp(id);
        }
    } else if (type == "channel_created"_L1) {
        subscribe({data.value("id"_L1).toString()});
    } else if (type == "member_left"_L1 && data.value("user_id"_L1).toString() == m_ownId) {
        m_states.remove(channel);
    } else if (type == "message"_L1 || type == "message_updated"_L1 || type == "message_deleted"_L1) {
        m_seen.append({channel, data.value("seq"_L1).toInteger()});
        applyMessage(channel, data.value("seq"_L1).toInteger(), data);
    } else if (type == "reaction"_L1 || type == "pin"_L1) {
        m_seen.append({channel, data.value("seq"_L1).toInteger()});
        applyMark(type, data);
    }
}

bool ConvergentReader::isNext(const QString &channel, qint64 seq)
{
    const auto known = m_states.constFind(channel);
    if (known != m_states.cend() && seq == known->seq + 1)
        return true;
    if (known == m_states.cend() || seq > known->seq)
        catchUp(channel);
    return false;
}

void ConvergentReader::applyMessage(const QString &channel, qint64 seq, const QJsonObject &message)
{
    if (!isNext(channel, seq))
        return;
    State &state = m_states[channel];
    state.messages.insert(message.value("id"_L1).toString(), canonical(message));
    state.seq = seq;
}

void ConvergentReader::applyMark(const QString &type, const QJsonObject &data)
{
    const QString channel = data.value("channel_id"_L1).toString();
    const qint64 seq = data.value("seq"_L1).toInteger();
    if (!isNext(channel, seq))
        return;
    State &state = m_states[channel];
    const auto found = state.messages.find(data.value("message_id"_L1).toString());
    if (found == state.messages.end()) {
        m_faults.append("a mark on a message that was never told of, in "_L1 + channel);
        return;
    }
    const bool isAdded = data.value("added"_L1).toBool();
    if (type == "pin"_L1)
        found->insert("is_pinned"_L1, isAdded);
    else
        *found = withReaction(*found, data.value("emoji"_L1).toString(), data.value("user_id"_L1).toString(), isAdded);
    found->insert("seq"_L1, seq);
    state.seq = seq;
}

void ConvergentReader::catchUp(const QString &channel)
{
    State state = m_states.value(channel);
    if (follow(channel, state))
        m_states.insert(channel, state);
    else
        m_states.remove(channel);
}

bool ConvergentReader::follow(const QString &channel, State &state)
{
    for (bool hasMore = true; hasMore;) {
        const Answer answer = m_client.get(
            u"/api/v1/messages?channel_id=%1&limit=100&after_seq=%2"_s.arg(channel).arg(state.seq));
        if (answer.status == 404)
            return false;
        if (answer.status != 200) {
            m_faults.append(u"after_seq was answered with %1"_s.arg(answer.status));
            return false;
        }
        for (const auto &element : answer.json.value("messages"_L1).toArray()) {
            const QJsonObject message = element.toObject();
            state.messages.insert(message.value("id"_L1).toString(), canonical(message));
            state.seq = message.value("seq"_L1).toInteger();
        }
        hasMore = answer.json.value("pagination"_L1)["has_more"_L1].toBool();
    }
    return true;
}

std::optional<ConvergentReader::State> ConvergentReader::fresh(const QString &channel)
{
    State state;
    if (!follow(channel, state))
        return std::nullopt;
    return state;
}

QSet<QString> ConvergentReader::listed(const QString &channel)
{
    QSet<QString> ids;
    QString cursor;
    do {
        const QString before = cursor.isEmpty() ? QString() : "&before="_L1 + cursor;
        const Answer page = m_client.get(u"/api/v1/messages?limit=100&channel_id="_s + channel + before);
        for (const auto &message : page.json.value("messages"_L1).toArray())
            ids.insert(message["id"_L1].toString());
        cursor = page.json.value("pagination"_L1)["next_cursor"_L1].toString();
    } while (!cursor.isEmpty());
    return ids;
}

} // namespace plexi::test
