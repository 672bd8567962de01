# SPDX-FileCopyrightText: 2026 The PlexiChat authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Everything that is not ours. ./dev installs it; the names of the packages are in cmake/packages.

find_package(Qt6 6.8 REQUIRED COMPONENTS Core Network)
find_package(Threads REQUIRED)
find_package(QCoro6 REQUIRED COMPONENTS Core Network WebSockets)
find_package(PkgConfig REQUIRED)

if(PLEXI_BUILD_SERVER)
  find_package(Qt6 6.8 REQUIRED COMPONENTS Gui HttpServer Pdf Sql WebSockets)
  find_package(OpenSSL 3 REQUIRED)
  find_package(ZLIB REQUIRED)
  find_package(tomlplusplus REQUIRED)
  pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
  pkg_check_modules(llhttp REQUIRED IMPORTED_TARGET libllhttp)
  pkg_check_modules(mediainfo REQUIRED IMPORTED_TARGET libmediainfo)
  # It hands on what all of its own libraries were compiled with, -pthread too, which our precompiled header was not.
  set_property(TARGET PkgConfig::mediainfo PROPERTY INTERFACE_COMPILE_OPTIONS -DUNICODE)
  if(LINUX)
    pkg_check_modules(seccomp REQUIRED IMPORTED_TARGET libseccomp)
  endif()
endif()
if(PLEXI_BUILD_APP)
  find_package(
    Qt6 6.8 REQUIRED
    COMPONENTS Gui
               LinguistTools
               Qml
               Quick
               QuickControls2
               Sql
               Svg
               WebSockets
               Widgets)
  find_package(KF6SyntaxHighlighting REQUIRED)
  if(LINUX)
    find_package(Qt6 6.8 REQUIRED COMPONENTS DBus)
  endif()
  find_package(Qt6Keychain REQUIRED)
  pkg_check_modules(hunspell REQUIRED IMPORTED_TARGET hunspell)
  pkg_check_modules(md4c REQUIRED IMPORTED_TARGET md4c)
  pkg_check_modules(qrencode REQUIRED IMPORTED_TARGET libqrencode)
  pkg_check_modules(sqlcipher REQUIRED IMPORTED_TARGET sqlcipher)
endif()
if(PLEXI_BUILD_TESTS)
  find_package(Qt6 6.8 REQUIRED COMPONENTS DBus HttpServer QuickTest Test WebSockets)
endif()

qt_standard_project_setup(REQUIRES 6.8)
