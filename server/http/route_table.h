// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/request.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <array>
#include <memory>
#include <vector>

namespace plexi::http {

/** Patterns such as "/api/v1/messages/{message_id}", found segment by segment. Knows routes by number only. */
class RouteTable
{
public:
    static constexpr int kNone = -1;

    /** What a path leads to. */
    struct Match {
        /** Number of the route, or kNone where the path has none for this method. */
        int route = kNone;
        QHash<QString, QString> parameters;
        /** What else the path can be asked, where there is no route or the method is OPTIONS; empty for a path that is unknown. */
        QList<Method> allowed;
    };

    RouteTable();
    ~RouteTable();

    /** Asserts that the pattern is well formed and new for @p method. */
    void add(Method method, const QString &pattern, int route);

    /** Fixed segments win over braces. HEAD finds the route of GET where it has none of its own. */
    Match find(Method method, QStringView path) const;

private:
    struct Node;
    static const Node *descend(const Node &node, QStringView rest, Method method, std::vector<QStringView> &values);

    std::unique_ptr<Node> m_root;
    /** By number of the route. */
    std::vector<QStringList> m_parameterNames;
};

} // namespace plexi::http
