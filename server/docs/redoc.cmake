# SPDX-FileCopyrightText: 2026 The PlexiChat authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# cmake -D INPUT=… -D OUTPUT=… -P redoc.cmake : ReDoc without the two pictures that it would get from another host

file(READ ${INPUT} script)
set(picture
    "data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 width=%2246%22 height=%2214%22%3E%3Ctext y=%2211%22 \
font-family=%22sans-serif%22 font-size=%2211%22%3ERedocly%3C/text%3E%3C/svg%3E")
foreach(name logo-mini-full.svg logo-mini.svg)
  set(address "https://cdn.redoc.ly/redoc/${name}")
  string(FIND "${script}" "${address}" place)
  if(place EQUAL -1)
    message(FATAL_ERROR "ReDoc has no ${address} any more: look at what it gets from other hosts")
  endif()
  string(REPLACE "${address}" "${picture}" script "${script}")
endforeach()
file(WRITE ${OUTPUT} "${script}")
